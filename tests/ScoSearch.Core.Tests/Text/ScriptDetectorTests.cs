using ScoSearch.Core.Text;

namespace ScoSearch.Core.Tests.Text;

public sealed class ScriptDetectorTests
{
    [Theory]
    [InlineData("友誼勳章", "Traditional")]
    [InlineData("网球起源于哪国", "Simplified")]
    [InlineData("人口", "Unknown")]
    [InlineData("皇后", "Unknown")]
    [InlineData("", "Unknown")]
    [InlineData("SCO", "Unknown")]
    public void OfQuery_TellingCharacters_Decide(string text, string expected) =>
        Assert.Equal(expected, ScriptDetector.OfQuery(text).ToString());

    [Theory]
    [InlineData("網球是一項體育運動", true)]
    [InlineData("网球是一项体育运动", false)]
    [InlineData("", false)]
    public void IsTraditional_Paragraph_IsTold(string text, bool expected) =>
        Assert.Equal(expected, ScriptDetector.IsTraditional(text));
}
