namespace ScoSearch.Ingestion.Tests;

public sealed class FileAuthorsTests
{
    [Theory]
    [InlineData("王磊", "王磊")]
    [InlineData("Administrator ", null)]
    [InlineData("python-docx", null)]
    [InlineData("windows 用户", null)]
    [InlineData(null, null)]
    public void PersonOrNull_Programs_AreNobody(string? name, string? expected) => Assert.Equal(expected, FileAuthors.PersonOrNull(name));
}
