using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Tests.Codecs.Postings;

/// <summary>One occurrence of a term.</summary>
internal sealed record NaiveOccurrence(int Position, int StartOffset, int EndOffset, byte[] Payload);

/// <summary>One document of a term.</summary>
internal sealed record NaivePosting(int DocId, int Freq, NaiveOccurrence[] Occurrences);

/// <summary>One term with its list.</summary>
internal sealed record NaiveTerm(byte[] Bytes, NaivePosting[] Postings);

/// <summary>One field with its terms in order, kept as plain objects.</summary>
internal sealed record NaiveField(FieldInfo Info, NaiveTerm[] Terms, sbyte[]? Norms);
