using System.IO;
using ScoSearch.DictionaryBuilder;
using ScoSearch.DictionaryBuilder.Folding;

if (args is ["page", string pageFile])
{
    File.WriteAllBytes(pageFile, DisplayScriptBuilder.Build(Path.Combine(AppContext.BaseDirectory, "data", "opencc")));
    return 0;
}

if (args.Length != 2)
{
    Console.Error.WriteLine("usage: ScoSearch.DictionaryBuilder <data folder> <output folder>");
    Console.Error.WriteLine("  data folder: holds smartcn/*.tsv.gz, for example ../shared/data");
    Console.Error.WriteLine("  output folder: src/ScoSearch.Lucene/Analysis/Resources");
    Console.Error.WriteLine("or:    ScoSearch.DictionaryBuilder page src/ScoSearch.Api/wwwroot/data/script.json");
    return 2;
}

foreach ((string name, byte[] content) in ResourceSet.Build(args[0]))
{
    File.WriteAllBytes(Path.Combine(args[1], name), content);
    Console.WriteLine($"{name}: {content.Length:N0} bytes");
}

return 0;
