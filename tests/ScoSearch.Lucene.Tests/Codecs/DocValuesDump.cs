using ScoSearch.Lucene.Codecs.DocValues;
using ScoSearch.Lucene.Codecs.Norms;
using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Tests.Codecs;

/// <summary>Writes down all norms and doc values of a field, document after document.</summary>
internal static class DocValuesDump
{
    public static void Add(List<string> values, NormsReader norms, DocValuesReader reader, FieldInfo field)
    {
        Walk(values, field, "norm", norms.Get(field)?.GetCursor(), cursor => $"{cursor.LongValue}");
        Walk(values, field, "numeric", reader.GetNumeric(field), cursor => $"{cursor.LongValue}");
        Walk(values, field, "binary", reader.GetBinary(field), cursor => Convert.ToHexStringLower(cursor.BinaryValue));
        Walk(values, field, "sorted", reader.GetSorted(field), cursor =>
            $"{cursor.OrdValue}:{Convert.ToHexStringLower(cursor.LookupOrd(cursor.OrdValue))}");
        Walk(values, field, "set", reader.GetSortedSet(field), cursor => string.Join(' ', Enumerable
            .Range(0, cursor.DocValueCount)
            .Select(_ => cursor.NextOrd())
            .Select(ord => $"{ord}:{Convert.ToHexStringLower(cursor.LookupOrd(ord))}")));
        Walk(values, field, "numbers", reader.GetSortedNumeric(field), cursor => string.Join(' ', Enumerable
            .Range(0, cursor.DocValueCount)
            .Select(_ => cursor.NextValue())));
    }

    private static void Walk<T>(List<string> values, FieldInfo field, string kind, T? cursor, Func<T, string> value)
        where T : DocValuesCursor
    {
        while (cursor is not null && cursor.NextDoc() != DocIdCursor.Exhausted)
        {
            values.Add($"{field.Name} {kind} {cursor.DocId} {value(cursor)}");
        }
    }
}
