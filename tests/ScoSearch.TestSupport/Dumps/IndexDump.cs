using ScoSearch.Lucene.Index;

namespace ScoSearch.TestSupport.Dumps;

/// <summary>
/// What our readers find in an index, in the form in which the judge's "dump" tells what the reference finds.
/// The form is described in tests/ScoSearch.Conformance.Tests/README.md.
/// </summary>
public static class IndexDump
{
    /// <summary>The sections of an index: by segment, or merged over its live documents.</summary>
    public static IReadOnlyList<JudgeSection> Sections(
        IndexReader reader, IReadOnlyDictionary<string, string> userData, bool merged) =>
        Write(reader, userData, merged, null).Sections;

    /// <summary>The lines of one section.</summary>
    public static IReadOnlyList<string> Lines(
        IndexReader reader, IReadOnlyDictionary<string, string> userData, bool merged, string section) =>
        Write(reader, userData, merged, section).Lines;

    /// <summary>The first difference to what the reference finds in the same directory; null when there is none.</summary>
    public static string? DifferenceToReference(
        IndexReader reader, IReadOnlyDictionary<string, string> userData, string directory, bool merged)
    {
        IReadOnlyList<JudgeSection> ours = Sections(reader, userData, merged);
        IReadOnlyList<JudgeSection> theirs = LuceneJudge.Shared.Dump(directory, merged);
        for (int i = 0; i < Math.Max(ours.Count, theirs.Count); i++)
        {
            JudgeSection? our = i < ours.Count ? ours[i] : null;
            JudgeSection? their = i < theirs.Count ? theirs[i] : null;
            if (our?.Name != their?.Name)
            {
                return $"section {i}: ours is {our?.Name}, the reference's is {their?.Name}";
            }

            if (our != their)
            {
                return DifferentLine(
                    their!.Value.Name,
                    Lines(reader, userData, merged, their.Value.Name),
                    LuceneJudge.Shared.DumpSection(directory, merged, their.Value.Name));
            }
        }

        return null;
    }

    private static string DifferentLine(string section, IReadOnlyList<string> ours, IReadOnlyList<string> theirs)
    {
        for (int i = 0; i < Math.Max(ours.Count, theirs.Count); i++)
        {
            string our = i < ours.Count ? ours[i] : "(no line)";
            string their = i < theirs.Count ? theirs[i] : "(no line)";
            if (our != their)
            {
                return $"{section}, line {i} of {ours.Count} and {theirs.Count}:\n  ours:      {our}\n"
                    + $"  reference: {their}\n  before:    {(i > 0 ? theirs[i - 1] : "")}";
            }
        }

        return $"{section}: the lines are equal, but the hashes differ";
    }

    private static DumpSink Write(
        IndexReader reader, IReadOnlyDictionary<string, string> userData, bool merged, string? wanted)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(userData);
        DumpSink sink = new(wanted);
        if (merged)
        {
            new MergedDump(reader, sink).Write();
        }
        else
        {
            foreach (LeafReaderContext leaf in reader.Leaves)
            {
                new SegmentDump(leaf.Reader, $"segment/{leaf.Ord}/", sink).Write();
            }
        }

        sink.Begin("commit");
        foreach (KeyValuePair<string, string> entry in userData.OrderBy(e => e.Key, StringComparer.Ordinal))
        {
            sink.Text(entry.Key).Tab().Text(entry.Value).Line();
        }

        sink.End();
        return sink;
    }
}
