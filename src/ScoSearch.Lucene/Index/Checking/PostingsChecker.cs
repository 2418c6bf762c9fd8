using System.Collections;

namespace ScoSearch.Lucene.Index.Checking;

/// <summary>Checks the postings and norms of a segment, field by field. Used by one thread.</summary>
internal sealed class PostingsChecker(SegmentReader reader, CheckLog log)
{
    private const int JumpCount = 7;
    private const int MaxPosition = int.MaxValue - 128;

    // Score bounds are checked for frequent terms and a sample of the others: they exist only beyond one block.
    private const int BoundsSample = 1024;

    public long TermCount { get; private set; }

    public long PostingCount { get; private set; }

    public long OccurrenceCount { get; private set; }

    /// <summary>Checks one field.</summary>
    public void Check(FieldInfo field)
    {
        Terms? terms = reader.GetTerms(field.Name);
        log.Require(
            field.IndexOptions != IndexOptions.None || terms is null, () => "terms of a field that is not indexed");
        BitArray documents = new(reader.MaxDoc);
        if (terms is not null)
        {
            CheckTerms(field, terms, documents);
        }

        CheckNorms(field, documents);
    }

    private void CheckTerms(FieldInfo field, Terms terms, BitArray documents)
    {
        long count = 0;
        long sumDocFreq = 0;
        long sumTotalTermFreq = 0;
        byte[]? last = null;
        PostingsEnum? postings = null;
        TermsEnum cursor = terms.GetEnumerator();
        while (cursor.MoveNext())
        {
            log.ThrowIfCancelled();
            CheckOrder(terms, cursor, last);
            last = cursor.Term.ToArray();
            postings = cursor.GetPostings(PostingsFlags.All, postings);
            long occurrences = CheckList(field, cursor, postings, documents);
            long ordinal = count;
            log.Require(
                occurrences == cursor.TotalTermFreq,
                () => $"term {ordinal} has {occurrences} occurrences, {cursor.TotalTermFreq} recorded");
            CheckJumps(cursor);
            if (cursor.DocFreq > BoundsSample || count % BoundsSample == 0)
            {
                CheckBounds(field, cursor);
            }

            count++;
            sumDocFreq += cursor.DocFreq;
            sumTotalTermFreq += cursor.TotalTermFreq;
        }

        int docCount = documents.Cast<bool>().Count(seen => seen);
        log.Require(count == terms.Count, () => $"{count} terms, {terms.Count} recorded");
        log.Require(sumDocFreq == terms.SumDocFreq, () => $"{sumDocFreq} postings, {terms.SumDocFreq} recorded");
        log.Require(
            sumTotalTermFreq == terms.SumTotalTermFreq,
            () => $"{sumTotalTermFreq} occurrences, {terms.SumTotalTermFreq} recorded");
        log.Require(docCount == terms.DocCount, () => $"{docCount} documents with terms, {terms.DocCount} recorded");
        log.Require(
            last is null || (terms.GetEnumerator().SeekExact(last) && terms.Find(last) is not null),
            () => "the last term is not found by seeking");
        TermCount += count;
        PostingCount += sumDocFreq;
        OccurrenceCount += sumTotalTermFreq;
    }

    private void CheckOrder(Terms terms, TermsEnum cursor, byte[]? last)
    {
        log.Require(
            last is null || cursor.Term.SequenceCompareTo(last) > 0,
            () => "the terms are not in strictly rising order");
        bool inRange = cursor.Term.SequenceCompareTo(terms.MinTerm) >= 0
            && cursor.Term.SequenceCompareTo(terms.MaxTerm) <= 0;
        log.Require(inRange, () => "a term lies outside of the recorded smallest and largest term");
    }

    private long CheckList(FieldInfo field, TermsEnum cursor, PostingsEnum postings, BitArray documents)
    {
        int last = -1;
        int count = 0;
        long occurrences = 0;
        for (int docId = postings.NextDoc(); docId != DocIdCursor.Exhausted; docId = postings.NextDoc())
        {
            int before = last;
            log.Require(
                docId > before && docId < reader.MaxDoc, () => $"document {docId} after {before}, of {reader.MaxDoc}");
            if ((uint)docId >= (uint)reader.MaxDoc)
            {
                break;
            }

            last = docId;
            count++;
            documents[docId] = true;
            int freq = postings.Freq;
            log.Require(field.HasFreqs ? freq >= 1 : freq == 1, () => $"frequency {freq} in document {docId}");
            occurrences += freq;
            if (field.HasPositions)
            {
                CheckOccurrences(field, postings, freq);
            }
        }

        log.Require(
            count > 0 && count == cursor.DocFreq, () => $"{count} documents have the term, {cursor.DocFreq} recorded");
        return occurrences;
    }

    private void CheckOccurrences(FieldInfo field, PostingsEnum postings, int freq)
    {
        int lastPosition = 0;
        int lastStart = 0;
        for (int i = 0; i < freq; i++)
        {
            int position = postings.NextPosition();
            int before = lastPosition;
            log.Require(
                position >= before && position <= MaxPosition,
                () => $"position {position} after {before} in document {postings.DocId}");
            lastPosition = position;
            if (field.HasOffsets)
            {
                int startBefore = lastStart;
                log.Require(
                    postings.StartOffset >= startBefore && postings.EndOffset >= postings.StartOffset,
                    () =>
                        $"offsets {postings.StartOffset} to {postings.EndOffset} after {startBefore} in document {postings.DocId}");
                lastStart = postings.StartOffset;
            }
        }
    }

    /// <summary>Jumps to evenly spaced documents must land where stepping does.</summary>
    private void CheckJumps(TermsEnum cursor)
    {
        for (int i = 1; i <= JumpCount && cursor.DocFreq > 1; i++)
        {
            int target = (int)((long)i * reader.MaxDoc / (JumpCount + 1));
            PostingsEnum jumping = cursor.GetPostings(PostingsFlags.Freqs);
            int landed = jumping.Advance(target);
            log.Require(landed >= target, () => $"a jump to document {target} lands at {landed}");
            if (landed != DocIdCursor.Exhausted)
            {
                int next = jumping.NextDoc();
                log.Require(next > landed, () => $"document {next} follows {landed} after a jump");
            }
        }
    }

    /// <summary>Every posting must lie within the score bounds of its place.</summary>
    private void CheckBounds(FieldInfo field, TermsEnum cursor)
    {
        NumericDocValues? norms = reader.GetNorms(field.Name)?.GetCursor();
        PostingsEnum postings = cursor.GetPostings(PostingsFlags.Freqs);
        int upTo = -1;
        for (int docId = postings.NextDoc(); docId != DocIdCursor.Exhausted; docId = postings.NextDoc())
        {
            if (docId > upTo)
            {
                upTo = postings.AdvanceShallow(docId);
                CheckLevels(postings, docId);
            }

            long norm = norms is not null && norms.AdvanceExact(docId) ? norms.LongValue : 1;
            int freq = field.HasFreqs ? postings.Freq : 1;
            bool bounded = false;
            foreach (Impact impact in postings.GetImpacts(0))
            {
                bounded |= impact.Freq >= freq && (ulong)impact.Norm <= (ulong)norm;
            }

            int at = docId;
            log.Require(bounded, () => $"no score bound covers document {at}");
        }
    }

    private void CheckLevels(PostingsEnum postings, int target)
    {
        int last = target;
        for (int level = 0; level < postings.ImpactLevelCount; level++)
        {
            int upTo = postings.GetImpactDocIdUpTo(level);
            int before = last;
            log.Require(upTo >= before, () => $"the score bounds of a level end at document {upTo}, before {before}");
            last = upTo;
            Impact previous = default;
            foreach (Impact impact in postings.GetImpacts(level))
            {
                bool rising = impact.Norm != 0 && impact.Freq > previous.Freq
                    && (previous.Freq == 0 || (ulong)impact.Norm > (ulong)previous.Norm);
                log.Require(rising, () => $"the score bounds at document {target} do not rise");
                previous = impact;
            }

            log.Require(previous.Freq > 0, () => $"there is no score bound at document {target}");
        }
    }

    /// <summary>A live document has a norm other than 0 exactly when it has terms.</summary>
    private void CheckNorms(FieldInfo field, BitArray documents)
    {
        if (!field.HasNorms)
        {
            return;
        }

        FieldNorms? norms = reader.GetNorms(field.Name);
        log.Require(norms is not null, () => "the field has no norms, though it should");
        NumericDocValues? cursor = norms?.GetCursor();
        for (int docId = 0; cursor is not null && docId < reader.MaxDoc; docId++)
        {
            bool hasNorm = cursor.AdvanceExact(docId) && cursor.LongValue != 0;
            int at = docId;
            bool live = reader.LiveDocs?.IsLive(docId) ?? true;
            log.Require(
                !live || hasNorm == documents[docId],
                () => $"document {at} has {(hasNorm ? "a norm but no terms" : "terms but no norm")}");
        }
    }
}
