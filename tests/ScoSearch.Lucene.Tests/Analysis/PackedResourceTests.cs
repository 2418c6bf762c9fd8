using System.IO;
using ScoSearch.DictionaryBuilder;
using ScoSearch.Lucene.Analysis;
using ScoSearch.Lucene.Analysis.SmartCn;
using ScoSearch.TestSupport;

namespace ScoSearch.Lucene.Tests.Analysis;

public sealed class PackedResourceTests
{
    [SharedDataFact]
    public void Resources_BuiltAgain_AreTheEmbeddedBytes()
    {
        int count = 0;
        foreach ((string name, byte[] content) in ResourceSet.Build(SharedData.PathOf("data")))
        {
            using Stream stream = PackedResource.Open(name);
            byte[] embedded = new byte[stream.Length];
            stream.ReadExactly(embedded);

            Assert.True(embedded.AsSpan().SequenceEqual(content), name);
            count++;
        }

        Assert.Equal(5, count);
    }

    [SharedDataFact]
    public void Lexicon_EveryWord_IsFound()
    {
        SmartChineseLexicon lexicon = SmartChineseLexicon.Instance;
        int words = 0;
        foreach (string[] row in TsvFile.ReadRows(SharedData.PathOf("data", "smartcn", "core-words.tsv.gz"), 2))
        {
            bool isHan = row[0].All(static unit => CharacterTypes.Classify(unit) == CharacterType.Han);

            Assert.Equal(isHan, lexicon.Find(row[0]) != 0);
            words += isHan ? 1 : 0;
        }

        Assert.Equal(85_536, words);
        Assert.Equal(0u, lexicon.Find("鿕"));
        Assert.Equal(0u, lexicon.Find(""));
        Assert.Equal(0u, lexicon.Find("中a"));
    }
}
