using System.IO;
using ScoSearch.DictionaryBuilder.Folding;
using ScoSearch.TestSupport;

namespace ScoSearch.Lucene.Tests.Analysis;

public sealed class DisplayScriptTests
{
    [Fact]
    public void Table_BuiltAgain_IsTheOneOfThePage()
    {
        string root = SharedData.RepositoryRoot ?? throw new InvalidOperationException("the tests run outside a checkout");
        string data = Path.Combine(root, "tools", "ScoSearch.DictionaryBuilder", "data", "opencc");
        byte[] committed = File.ReadAllBytes(Path.Combine(root, "src", "ScoSearch.Api", "wwwroot", "data", "script.json"));

        Assert.True(committed.AsSpan().SequenceEqual(DisplayScriptBuilder.Build(data)));
    }
}
