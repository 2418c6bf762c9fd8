using ScoSearch.Lucene.Documents;

namespace ScoSearch.Lucene.Tests.Documents;

public class FieldTests
{
    [Fact]
    public void Constructor_NothingToDo_Throws() =>
        Assert.Throws<ArgumentException>(() => new Field("f", "x", new FieldType()));

    [Fact]
    public void Constructor_NumericDocValuesOutOfText_Throws() =>
        Assert.Throws<ArgumentException>(() => new Field("f", "x", NumericDocValuesField.DocValuesOnly));

    [Fact]
    public void Constructor_TokenizedBytes_Throws() =>
        Assert.Throws<ArgumentException>(() => new Field("f", new byte[1].AsMemory(), TextField.TypeNotStored));

    [Fact]
    public void SetText_OtherKind_ThrowsAndSaysWhatTheFieldHolds()
    {
        StoredField field = new("f", 5L);

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => field.SetText("x".AsMemory()));

        Assert.Contains("Int64", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void StringValue_Numbers_AreInvariant()
    {
        Assert.Equal("-5", new StoredField("f", -5).StringValue);
        Assert.Equal("1.5", new StoredField("f", 1.5).StringValue);
        Assert.Equal("0.1", new StoredField("f", 0.1f).StringValue);
    }

    [Fact]
    public void Find_RepeatedName_GivesFirst()
    {
        Document document = new() { new StoredField("f", "one"), new StoredField("g", "x"), new StoredField("f", "two") };

        Assert.Equal("one", document.Get("f"));
        Assert.Equal(["one", "two"], document.FindAll("f").Select(field => field.StringValue));
        Assert.Null(document.Find("h"));
    }
}
