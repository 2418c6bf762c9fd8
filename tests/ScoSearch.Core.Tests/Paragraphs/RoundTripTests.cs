using System.Globalization;
using System.Text;
using Xunit.Abstractions;

namespace ScoSearch.Core.Tests.Paragraphs;

/// <summary>Damages clean paragraphs at random and gets them back.</summary>
public sealed class RoundTripTests(ITestOutputHelper output)
{
    private const int Documents = 120;

    private static readonly int Seed = int.TryParse(
        Environment.GetEnvironmentVariable("SCOSEARCH_SEED"), CultureInfo.InvariantCulture, out int seed) ? seed : 20260;

    [Theory]
    [InlineData(true, false, false, 0.98)]
    [InlineData(true, true, false, 0.98)]
    [InlineData(true, false, true, 0.98)]
    [InlineData(true, true, true, 0.98)]
    [InlineData(false, false, true, 0.98)]
    // Indent lost and blank lines everywhere: after a full last line, a paragraph of one short line looks exactly like
    // the last line of the paragraph before. That is about one paragraph in fifty here, and nothing can tell.
    [InlineData(false, true, false, 0.97)]
    public void Wrapped_ComesBackWhole(bool indent, bool doubled, bool pages, double least)
    {
        Random random = new(Seed);
        int exact = 0, total = 0;
        for (int d = 0; d < Documents; d++)
        {
            RandomText text = new(random);
            List<string> paragraphs = text.Paragraphs(random.Next(8, 24), markers: pages);
            string source = text.Damage(paragraphs, indent, doubled, pages);

            HashSet<string> got = [.. Reconstructing.Texts(source).Select(Plain)];

            exact += paragraphs.Count(p => got.Contains(Plain(RandomText.Clean(p))));
            total += paragraphs.Count;
        }

        output.WriteLine($"seed {Seed}: {exact} of {total} exact, {(double)exact / total:P2}");
        Assert.True(exact >= total * least, $"seed {Seed}: {exact} of {total} exact");
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\n\n")]
    public void OwnOutput_ComesBackTheSame(string separator)
    {
        Random random = new(Seed);
        for (int d = 0; d < Documents; d++)
        {
            RandomText text = new(random);
            string source = text.Damage(text.Paragraphs(12, markers: false), indent: true, doubled: d % 2 == 0, pages: false);
            string[] once = Reconstructing.Texts(source);

            string[] twice = Reconstructing.Texts(string.Join(separator, once));

            Assert.Equal(once, twice);
        }
    }

    [Fact]
    public void SameInput_SameOutput()
    {
        RandomText text = new(new Random(Seed));
        string source = text.Damage(text.Paragraphs(20, markers: true), indent: true, doubled: false, pages: true);

        Assert.Equal(Dump(source), Dump(source));
    }

    [Fact]
    public void RandomCharacters_NothingIsLost()
    {
        Random random = new(Seed);
        const string alphabet = "的一是。，、：；（）《》“”[]①1234567890 \n\n\n\u3000\t\f\rabcXYZ-/.—…&nbsp;{}[bookmark: x]第章页版下转\u200B\uD842\uDFB7*";
        for (int d = 0; d < 2000; d++)
        {
            StringBuilder source = new();
            for (int i = random.Next(200); i > 0; i--)
            {
                source.Append(alphabet[random.Next(alphabet.Length)]);
            }

            Reconstructing.Of(source.ToString());
        }
    }

    private static string Dump(string source) => string.Join('\n', Reconstructing.Of(source).Paragraphs.Select(p =>
        $"{p.Number} {p.Kind} {p.Text} {string.Join(',', p.Lines)} {string.Join(',', p.Section)} {string.Join(',', p.Footnotes)}"));

    private static string Plain(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
