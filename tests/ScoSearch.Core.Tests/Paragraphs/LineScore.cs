using ScoSearch.Core.Documents;

namespace ScoSearch.Core.Tests.Paragraphs;

/// <summary>Scores a reconstruction against structural gold, line by line.</summary>
internal sealed record LineScore(double F1, double Exact, double Kinds, string Missed)
{
    public static LineScore Of(IReadOnlyList<GoldParagraph> gold, ReconstructedDocument system)
    {
        Dictionary<int, Paragraph> paragraphOf = [];
        foreach (Paragraph paragraph in system.Paragraphs)
        {
            foreach (LineRange range in paragraph.Lines)
            {
                for (int line = range.First; line <= range.Last; line++)
                {
                    paragraphOf.TryAdd(line, paragraph);
                }
            }
        }

        int right = 0, wrong = 0, missed = 0, exact = 0, kinds = 0;
        List<string> failures = [];
        Paragraph? before = null;
        foreach (GoldParagraph one in gold)
        {
            Paragraph? first = null, last = null;
            foreach (Paragraph here in LinesOf(one).Select(l => paragraphOf.GetValueOrDefault(l)).OfType<Paragraph>())
            {
                wrong += last is not null && last != here ? 1 : 0;
                first ??= here;
                last = here;
            }

            (right, missed) = before is null ? (right, missed) : first != before ? (right + 1, missed) : (right, missed + 1);
            before = last;
            bool same = first is not null && first.Lines.SequenceEqual(one.Lines);
            exact += same ? 1 : 0;
            bool kind = first?.Kind == one.Kind;
            kinds += kind ? 1 : 0;
            if (!same || !kind)
            {
                failures.Add($"{one.Lines[0].First}:{one.Kind}/{first?.Kind}");
            }
        }

        double f1 = 2.0 * right / ((2.0 * right) + wrong + missed);
        return new LineScore(f1, (double)exact / gold.Count, (double)kinds / gold.Count, string.Join(' ', failures));
    }

    private static IEnumerable<int> LinesOf(GoldParagraph gold) =>
        gold.Lines.SelectMany(r => Enumerable.Range(r.First, r.Last - r.First + 1));
}
