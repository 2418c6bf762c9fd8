using ScoSearch.Lucene.Codecs;
using ScoSearch.Lucene.Codecs.Lucene84Postings;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;
using Directory = ScoSearch.Lucene.Store.Directory;

namespace ScoSearch.Lucene.Tests.Codecs.Postings;

/// <summary>Writes plain objects with the postings writer and opens the result.</summary>
internal static class NaiveIndex
{
    public const string Segment = "_0";

    public static readonly byte[] SegmentId = [.. Enumerable.Range(1, 16).Select(i => (byte)i)];

    public static FieldInfo Field(string name, int number, IndexOptions options, bool payloads = false, bool norms = true) =>
        Lucene84PostingsFormat.WithAttributes(new FieldInfo
        {
            Name = name,
            Number = number,
            IndexOptions = options,
            HasPayloads = payloads,
            OmitNorms = !norms,
        });

    public static void Write(Directory directory, int maxDoc, IReadOnlyCollection<NaiveField> fields)
    {
        FieldInfos infos = new(fields.Select(f => f.Info));
        using PostingsWriter writer = new(new SegmentWriteState(directory, Segment, SegmentId, maxDoc, infos));
        foreach (NaiveField field in fields.OrderBy(f => f.Info.Name, StringComparer.Ordinal))
        {
            writer.StartField(field.Info, field.Norms is null ? null : NormsLookup.FromBytes(field.Norms));
            foreach (NaiveTerm term in field.Terms)
            {
                WriteTerm(writer, field.Info, term);
            }

            writer.FinishField();
        }

        writer.Finish();
    }

    public static PostingsReader Open(Directory directory, int maxDoc, IEnumerable<FieldInfo> fields) =>
        new(new SegmentReadState(directory, Segment, SegmentId, maxDoc, new FieldInfos(fields)));

    public static PostingsReader WriteAndOpen(int maxDoc, IReadOnlyCollection<NaiveField> fields)
    {
        ByteBuffersDirectory directory = new();
        Write(directory, maxDoc, fields);
        return Open(directory, maxDoc, fields.Select(f => f.Info));
    }

    private static void WriteTerm(PostingsWriter writer, FieldInfo info, NaiveTerm term)
    {
        writer.StartTerm(term.Bytes);
        foreach (NaivePosting posting in term.Postings)
        {
            writer.StartDocument(posting.DocId, posting.Freq);
            if (info.HasPositions)
            {
                foreach (NaiveOccurrence o in posting.Occurrences)
                {
                    writer.AddPosition(o.Position, o.StartOffset, o.EndOffset, o.Payload);
                }
            }

            writer.FinishDocument();
        }

        writer.FinishTerm();
    }
}
