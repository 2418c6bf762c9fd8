using ScoSearch.Lucene.Automata;
using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>Lists the terms of an index that are near another one, for proposing spellings. Thread-safe.</summary>
public static class FuzzyTerms
{
    /// <summary>The terms within an edit distance, in no particular order.</summary>
    /// <param name="reader">Where to look.</param>
    /// <param name="term">What they are near to; itself when the index holds it.</param>
    /// <param name="maxEdits">Most edits, from 0 to 2; a swap of two neighbours is one.</param>
    /// <param name="prefixLength">Code points at the beginning that must be the same, at least 0.</param>
    /// <param name="cancellation">Checked for each term found.</param>
    /// <returns>The terms with their distance and number of documents, deleted ones included.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    /// <exception cref="QueryTooComplexException">The term is too long.</exception>
    /// <remarks>The dictionary is intersected with an automaton: parts of it that hold no such term are passed over.</remarks>
    public static IReadOnlyList<FuzzyTerm> Find(
        IndexReader reader, Term term, int maxEdits, int prefixLength, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(reader);

        // The query checks what it is given.
        FuzzyQuery query = new(term, maxEdits, prefixLength);
        LevenshteinAutomaton automaton = new(
            query.Term.Text, maxEdits, prefixLength, transpositions: true, new IndexSearcherOptions().MaxAutomatonStates);
        Dictionary<Term, FuzzyTerm> found = [];
        foreach (LeafReaderContext leaf in reader.Leaves)
        {
            if (leaf.Reader.GetTerms(query.Term.Field) is not { } terms)
            {
                continue;
            }

            AutomatonTermFilter selected = new(terms, automaton);
            while (selected.MoveNext())
            {
                cancellation.ThrowIfCancellationRequested();
                Term near = new(query.Term.Field, selected.Terms.Term);
                int known = found.TryGetValue(near, out FuzzyTerm? earlier) ? earlier.DocFreq : 0;
                found[near] = new FuzzyTerm(near, automaton.GetDistance(selected.GetState()), known + selected.Terms.DocFreq);
            }
        }

        return [.. found.Values];
    }
}
