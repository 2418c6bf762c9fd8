using ScoSearch.Core.Documents;
using ScoSearch.Core.Paragraphs;
using ScoSearch.TestSupport;
using Xunit.Abstractions;

namespace ScoSearch.Core.Tests.Paragraphs;

/// <summary>
/// Natural paragraphs, damaged at random in every way of the catalogue: at least 98 % come back exactly. Paragraphs with
/// a border that nothing shows are counted apart: only the meaning could tell, and a wrong guess is as good as a right one.
/// </summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    private const int Documents = 300; // fewer, and chance decides where the rate is near the least
    private const double Least = 0.98;

    private static readonly Dictionary<string, Damage> All = new()
    {
        ["indent"] = new Damage(),
        ["indent, blank lines"] = new Damage { BlankEverywhere = true },
        ["blank indent"] = new Damage { Start = ParagraphStart.BlankIndent },
        ["blank line between"] = new Damage { Start = ParagraphStart.BlankLine },
        ["lost indent"] = new Damage { Start = ParagraphStart.LostIndent },
        ["lost indent, blank lines"] = new Damage { Start = ParagraphStart.LostIndent, BlankEverywhere = true },
        ["unwrapped"] = new Damage { Unwrapped = true, Start = ParagraphStart.LostIndent },
        ["unwrapped, blank lines"] = new Damage { Unwrapped = true, Start = ParagraphStart.BlankLine },
        ["pages"] = new Damage { PageEnd = PageEnd.FormFeed, VaryWidth = true },
        ["pages with heads"] = new Damage { PageEnd = PageEnd.HeadAndFeed, VaryWidth = true },
        ["heads, no form feeds"] = new Damage { PageEnd = PageEnd.Head },
        ["heads, no form feeds, widths vary"] = new Damage { PageEnd = PageEnd.Head, VaryWidth = true },
        ["bare page numbers"] = new Damage { PageEnd = PageEnd.BareNumber },
        ["leading blanks"] = new Damage { PageEnd = PageEnd.LeadingBlank, Start = ParagraphStart.LostIndent, BlankEverywhere = true },
        ["square notes"] = new Damage { PageEnd = PageEnd.FormFeed, Notes = MarkerStyle.Square },
        ["square notes, blank lines"] = new Damage { PageEnd = PageEnd.HeadAndFeed, Notes = MarkerStyle.Square, BlankEverywhere = true },
        ["square notes, leading blanks"] = new Damage
        {
            PageEnd = PageEnd.LeadingBlank, Start = ParagraphStart.LostIndent, BlankEverywhere = true, Notes = MarkerStyle.Square,
        },
        ["circled notes"] = new Damage { PageEnd = PageEnd.FormFeed, Notes = MarkerStyle.Circled },
        ["round notes"] = new Damage { PageEnd = PageEnd.FormFeed, Notes = MarkerStyle.Round },
        ["superscript notes"] = new Damage { PageEnd = PageEnd.FormFeed, Notes = MarkerStyle.Superscript },
        ["star notes"] = new Damage { PageEnd = PageEnd.FormFeed, Notes = MarkerStyle.Star },
        ["notes across pages"] = new Damage { PageEnd = PageEnd.FormFeed, Notes = MarkerStyle.Square, NotesCross = true },
        ["notes across pages with heads"] = new Damage { PageEnd = PageEnd.HeadAndFeed, Notes = MarkerStyle.Circled, NotesCross = true },
        ["notes, heads, no form feeds"] = new Damage { PageEnd = PageEnd.Head, Notes = MarkerStyle.Square },
        ["display titles"] = new Damage { DisplayTitles = true },
        ["display titles, unwrapped"] = new Damage { DisplayTitles = true, Unwrapped = true, Start = ParagraphStart.LostIndent },
        ["leftovers"] = new Damage { Leftovers = true },
        ["half-width punctuation"] = new Damage { HalfWidth = true },
        ["blanks around numbers"] = new Damage { LatinSpaces = true },
        ["CR LF"] = new Damage { LineEnd = "\r\n", PageEnd = PageEnd.Head },
        ["CR"] = new Damage { LineEnd = "\r", Leftovers = true },
    };

    public static TheoryData<string> Cases { get; } = [.. All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void SampleCorpus_ComesBackWhole(string name) => Check(name, CleanTexts.SampleCorpus);

    [SharedDataTheory]
    [MemberData(nameof(Cases))]
    public void EvaluationTexts_ComeBackWhole(string name) => Check(name, CleanTexts.Evaluation("cmrc2018-trial"));

    // Different ones: a paragraph that stands twice in one file is another sort of damage.
    private static string[] Pick(Random random, IReadOnlyList<string> clean)
    {
        int[] order = [.. Enumerable.Range(0, clean.Count)];
        random.Shuffle(order);
        return [.. order.Take(random.Next(8, 24)).Select(i => clean[i])];
    }

    private void Check(string name, IReadOnlyList<string> clean)
    {
        int seed = TestSeed.Next();
        Random random = new(seed);
        int bodies = 0, wholeBodies = 0, notes = 0, wholeNotes = 0, hidden = 0, wholeHidden = 0;
        for (int d = 0; d < Documents; d++)
        {
            Typesetter setter = new(random, All[name]);
            string source = setter.Set(Pick(random, clean));

            HashSet<string> got = [.. Reconstructing.Of(source).Paragraphs.Where(p => p.Kind != ParagraphKind.Noise)
                .Select(p => Typesetter.Plain(p.Text))];

            bodies += setter.Bodies.Count - setter.Undecidable.Count;
            hidden += setter.Undecidable.Count;
            notes += setter.Notes.Count;
            wholeBodies += setter.Bodies.Where((b, i) => got.Contains(b) && !setter.Undecidable.Contains(i)).Count();
            wholeHidden += setter.Undecidable.Count(i => got.Contains(setter.Bodies[i]));
            wholeNotes += setter.Notes.Count(got.Contains);
        }

        string result = $"{name}: {wholeBodies} of {bodies} paragraphs ({(double)wholeBodies / bodies:P2}), "
            + $"{wholeNotes} of {notes} footnotes, {wholeHidden} of {hidden} paragraphs with a border that nothing shows; "
            + $"SCOSEARCH_SEED={seed}";
        output.WriteLine(result);
        Assert.True(wholeBodies >= bodies * Least && wholeNotes >= notes * Least, result);
    }
}
