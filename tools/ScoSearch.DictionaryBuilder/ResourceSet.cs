using System.IO;
using ScoSearch.Core.Variants;
using ScoSearch.DictionaryBuilder.Folding;
using ScoSearch.DictionaryBuilder.Pinyin;
using ScoSearch.DictionaryBuilder.SmartCn;
using ScoSearch.Lucene.Analysis;
using ScoSearch.Lucene.Analysis.SmartCn;
using ScoSearch.Lucene.Analysis.Standard;

namespace ScoSearch.DictionaryBuilder;

/// <summary>
/// All packed resources, built from the tables of one data folder. The same input gives the same bytes on every
/// platform.
/// </summary>
internal static class ResourceSet
{
    /// <summary>The resources of the engine by file name.</summary>
    public static IEnumerable<(string Name, byte[] Content)> Build(string dataFolder)
    {
        string smartcn = Path.Combine(dataFolder, "smartcn");
        yield return (PackedResource.SmartChineseLexicon, LexiconBuilder.Build(smartcn));
        yield return (
            PackedResource.SentenceClasses,
            CodePointTableBuilder.Build(Path.Combine(smartcn, "sentence-classes.tsv.gz"), SentenceClasses.Names));
        yield return (
            PackedResource.StandardTokenClasses,
            CodePointTableBuilder.Build(
                Path.Combine(smartcn, "standard-token-classes.tsv.gz"), StandardTokenClasses.Names));
        yield return (PackedResource.LowerCase, CodePointMapBuilder.Build(OwnData("lower-case.tsv")));
        yield return (
            PackedResource.SimplifiedForms,
            SimplifiedBuilder.Build(OwnData("opencc"), OwnData("simplified-keep.tsv"), smartcn));
    }

    /// <summary>The resources of the library by file name; they need no data folder.</summary>
    public static IEnumerable<(string Name, byte[] Content)> BuildForLibrary()
    {
        yield return (PinyinFormat.FileName, PinyinBuilder.Build(OwnData("pinyin")));
    }

    // Tables that are part of this project, copied beside the program by the build.
    private static string OwnData(string name) => Path.Combine(AppContext.BaseDirectory, "data", name);
}
