using System.IO;
using ScoSearch.DictionaryBuilder;
using ScoSearch.DictionaryBuilder.Folding;

if (args is ["page", string pageFile])
{
    File.WriteAllBytes(pageFile, DisplayScriptBuilder.Build(Path.Combine(AppContext.BaseDirectory, "data", "opencc")));
    return 0;
}

if (args.Length != 3)
{
    Console.Error.WriteLine("usage: ScoSearch.DictionaryBuilder <data folder> <engine's folder> <library's folder>");
    Console.Error.WriteLine("  data folder: holds smartcn/*.tsv.gz, for example ../shared/data");
    Console.Error.WriteLine("  engine's folder: src/ScoSearch.Lucene/Analysis/Resources");
    Console.Error.WriteLine("  library's folder: src/ScoSearch.Core/Variants/Resources");
    Console.Error.WriteLine("or:    ScoSearch.DictionaryBuilder page src/ScoSearch.Api/wwwroot/data/script.json");
    return 2;
}

Write(ResourceSet.Build(args[0]), args[1]);
Write(ResourceSet.BuildForLibrary(), args[2]);
return 0;

static void Write(IEnumerable<(string Name, byte[] Content)> resources, string folder)
{
    foreach ((string name, byte[] content) in resources)
    {
        File.WriteAllBytes(Path.Combine(folder, name), content);
        Console.WriteLine($"{name}: {content.Length:N0} bytes");
    }
}
