using ScoSearch.Core.Documents;

namespace ScoSearch.Core.Tests.Paragraphs;

/// <summary>Checks, without the code under test, that a reconstruction neither lost nor invented a character.</summary>
internal static class Losslessness
{
    public static void Check(ExtractedText source, ReconstructedDocument document)
    {
        bool[] used = new bool[source.Text.Length];
        foreach (Paragraph paragraph in document.Paragraphs)
        {
            Assert.Equal(paragraph.Text.Length, paragraph.SourceMap.TextLength);
            for (int i = 0; i < paragraph.Text.Length; i++)
            {
                int at = paragraph.SourceMap.ToSource(i);
                char theirs = source.Text[at], ours = paragraph.Text[i];
                Assert.True(ours == theirs || (char.IsWhiteSpace(ours) && char.IsWhiteSpace(theirs)), $"offset {at}");
                Assert.True(!used[at] || char.IsWhiteSpace(ours), $"offset {at} is used twice");
                used[at] = true;
            }
        }

        long unused = Enumerable.Range(0, used.Length).Count(i => !used[i] && !char.IsWhiteSpace(source.Text[i]));
        long removed = document.Report.Removed
            .Where(r => !r.Rule.StartsWith("labelled:", StringComparison.Ordinal)).Sum(r => r.Characters)
            - source.RemovedByReader.Sum(r => r.Characters);
        Assert.Equal(removed, unused);
        Assert.False(document.Report.FellBack);
        Assert.Equal(Enumerable.Range(1, document.Paragraphs.Count), document.Paragraphs.Select(p => p.Number));
    }
}
