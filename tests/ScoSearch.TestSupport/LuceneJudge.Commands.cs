using System.Globalization;

namespace ScoSearch.TestSupport;

/// <content>The commands as methods.</content>
public sealed partial class LuceneJudge
{
    /// <summary>Throws unless the reference's checker finds an index whole, in its slow mode with assertions.</summary>
    /// <exception cref="JudgeException">The index is broken; the message is the checker's report.</exception>
    public void Check(string directory)
    {
        string[] row = Call("check", directory)[0];
        if (row[0] != "clean")
        {
            throw new JudgeException($"CheckIndex finds the index broken:\n{row[1]}");
        }
    }

    /// <summary>Analyses a text; see the README for the names of analyzers.</summary>
    public JudgeTokens Tokens(string analyzer, string text)
    {
        IReadOnlyList<string[]> rows = Call("tokens", analyzer, text);
        JudgeToken[] tokens = new JudgeToken[rows.Count - 1];
        for (int i = 0; i < tokens.Length; i++)
        {
            string[] row = rows[i];
            tokens[i] = new JudgeToken(row[1], Int(row[2]), Int(row[3]), Int(row[4]), Int(row[5]), row[6]);
        }

        return new JudgeTokens(tokens, Int(rows[^1][1]), Int(rows[^1][2]));
    }

    /// <summary>The sections of an index: by segment, or merged over its live documents.</summary>
    public IReadOnlyList<JudgeSection> Dump(string directory, bool merged)
    {
        IReadOnlyList<string[]> rows = merged ? Call("dump", directory, "merged") : Call("dump", directory);
        return [.. rows.Select(r => new JudgeSection(r[0], long.Parse(r[1], CultureInfo.InvariantCulture), r[2]))];
    }

    /// <summary>The lines of one section.</summary>
    public IReadOnlyList<string> DumpSection(string directory, bool merged, string section)
    {
        IReadOnlyList<string[]> rows = merged
            ? Call("dump", directory, "merged", "section=" + section)
            : Call("dump", directory, "section=" + section);
        return [.. rows.Select(r => r[0])];
    }

    /// <summary>Searches; options such as "k1=0.9", "threshold=2147483647", "sort=(long num reverse)".</summary>
    public JudgeHits Search(string directory, string query, int count, params string[] options)
    {
        string[] fixedArguments = [directory, query, count.ToString(CultureInfo.InvariantCulture)];
        IReadOnlyList<string[]> rows = Call("search", [.. fixedArguments, .. options]);
        JudgeHit[] hits = [.. rows.Where(r => r[0] == "hit")
            .Select(r => new JudgeHit(Int(r[1]), r[2], string.Join(',', r.Skip(3))))];
        return new JudgeHits(long.Parse(rows[0][1], CultureInfo.InvariantCulture), rows[0][2] == "EQUAL_TO", hits);
    }

    /// <summary>Explains the hits of a search, one text each.</summary>
    public IReadOnlyList<string> Explain(string directory, string query, int count, params string[] options)
    {
        string[] fixedArguments = [directory, query, count.ToString(CultureInfo.InvariantCulture), "explain=1"];
        return [.. Call("search", [.. fixedArguments, .. options]).Where(r => r[0] == "explain")
            .Select(r => r[1] + ": " + r[2])];
    }

    /// <summary>Builds an index by a script of operations.</summary>
    public void Build(string directory, string script) => Call("build", directory, script);

    /// <summary>Builds a canned index by its name.</summary>
    public void BuildKind(string directory, string kind, int seed) =>
        Call("kind", directory, kind, seed.ToString(CultureInfo.InvariantCulture));

    /// <summary>Lets the reference's writer add, delete, update, merge and commit; 0 segments: does not merge.</summary>
    public void Modify(string directory, int seed, int mergeToSegments) => Call(
        "modify",
        directory,
        seed.ToString(CultureInfo.InvariantCulture),
        "merge=" + mergeToSegments.ToString(CultureInfo.InvariantCulture));

    /// <summary>Takes the write lock; false when somebody holds it.</summary>
    public bool TryLock(string directory) => Call("lock", directory)[0][0] == "locked";

    /// <summary>Gives back the write lock taken with <see cref="TryLock"/>.</summary>
    public void Unlock(string directory) => Call("unlock", directory);

    private static int Int(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
