using System.IO;
using ScoSearch.DictionaryBuilder;

if (args.Length != 2)
{
    Console.Error.WriteLine("usage: ScoSearch.DictionaryBuilder <data folder> <output folder>");
    Console.Error.WriteLine("  data folder: holds smartcn/*.tsv.gz, for example ../shared/data");
    Console.Error.WriteLine("  output folder: src/ScoSearch.Lucene/Analysis/Resources");
    return 2;
}

foreach ((string name, byte[] content) in ResourceSet.Build(args[0]))
{
    File.WriteAllBytes(Path.Combine(args[1], name), content);
    Console.WriteLine($"{name}: {content.Length:N0} bytes");
}

return 0;
