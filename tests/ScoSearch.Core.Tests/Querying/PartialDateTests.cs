using ScoSearch.Core.Querying;
using ScoSearch.TestSupport;

namespace ScoSearch.Core.Tests.Querying;

public sealed class PartialDateTests
{
    [Theory]
    [InlineData("2024", "2024", "2024", "2025")]
    [InlineData("2024-07", "2024-07", "2024-07", "2024-08")]
    [InlineData("2024-12", "2024-12", "2024-12", "2025")]
    [InlineData("2024-01", "2024-01", "2024", "2024-02")]
    [InlineData("2024-02-29", "2024-02-29", "2024-02-29", "2024-03")]
    [InlineData("2024-12-31", "2024-12-31", "2024-12-31", "2025")]
    [InlineData("2024/7/6", "2024-07-06", "2024-07-06", "2024-07-07")]
    [InlineData("2024年7月6日", "2024-07-06", "2024-07-06", "2024-07-07")]
    [InlineData("２０２４", "2024", "2024", "2025")]
    public void TryParse_Date_GivesItsBounds(string text, string stored, string first, string next)
    {
        Assert.True(PartialDate.TryParse(text, out PartialDate date));
        Assert.Equal((stored, first, next), (date.Text, date.First, date.Next));
    }

    [Theory]
    [InlineData("")]
    [InlineData("24")]
    [InlineData("2024-13")]
    [InlineData("2024-02-30")]
    [InlineData("2024-07-06T00:00")]
    [InlineData("去年")]
    public void TryParse_Other_Fails(string text) => Assert.False(PartialDate.TryParse(text, out _));

    // The rule that lets dates be compared as strings: earlier first days are lesser strings than the bound.
    [Fact]
    public void First_AnyStoredDate_IsOnTheRightSide()
    {
        Random random = TestSeed.NewRandom(41);
        for (int i = 0; i < 5000; i++)
        {
            PartialDate stored = NewDate(random);
            PartialDate bound = NewDate(random);

            bool isBefore = string.CompareOrdinal(stored.Text, bound.First) < 0;

            Assert.True(isBefore == (DayOf(stored) < DayOf(bound)), $"{stored.Text} and {bound.Text}, {TestSeed.Hint}");
        }
    }

    private static PartialDate NewDate(Random random)
    {
        int month = random.Next(0, 4);
        return new PartialDate(random.Next(2020, 2023), month, month == 0 ? 0 : random.Next(0, 4));
    }

    private static DateOnly DayOf(PartialDate date) => new(date.Year, Math.Max(1, date.Month), Math.Max(1, date.Day));
}
