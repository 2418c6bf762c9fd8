using System.Globalization;
using System.IO;
using ScoSearch.Lucene.Codecs;
using ScoSearch.Lucene.Codecs.Lucene84Postings;
using ScoSearch.Lucene.Codecs.Norms;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;
using ScoSearch.TestSupport;
using Directory = ScoSearch.Lucene.Store.Directory;

namespace ScoSearch.Lucene.Tests.Codecs.Postings;

/// <summary>Reads what Apache Lucene wrote, and writes the same again.</summary>
public sealed class LucenePostingsTests(LuceneIndexFixture fixture) : IClassFixture<LuceneIndexFixture>
{
    [LuceneFact]
    public void Read_AllKindsOfFields_AgreesWithLucene()
    {
        fixture.Write();
        using FSDirectory directory = FSDirectory.Open(fixture.IndexPath);
        PostingsReader reader = new(ReadState(directory));
        reader.CheckIntegrity();

        Terms? terms = null;
        TermsEnum? cursor = null;
        int lines = 0;
        foreach (string line in File.ReadLines(fixture.DumpPath))
        {
            if (line[0] == 'F')
            {
                Assert.False(cursor?.MoveNext() ?? false);
                terms = reader.GetTerms(line.Split(' ')[1])!;
                cursor = terms.GetEnumerator();
                Assert.Equal(line, string.Create(
                    CultureInfo.InvariantCulture,
                    $"F {terms.Field.Name} {terms.Count} {terms.SumTotalTermFreq} {terms.SumDocFreq} {terms.DocCount}"));
                continue;
            }

            Assert.True(cursor!.MoveNext());
            Assert.Equal(line, Describe(terms!, cursor));
            Assert.NotNull(terms!.Find(cursor.Term));
            lines++;
        }

        Assert.True(lines > 10_000);
    }

    [LuceneFact]
    public void Write_TheSamePostings_GivesLucenesBytes()
    {
        fixture.Write();
        using FSDirectory directory = FSDirectory.Open(fixture.IndexPath);
        SegmentReadState state = ReadState(directory);
        using ByteBuffersDirectory copy = new();

        CopyPostings(state, copy);

        foreach (string extension in (string[])["doc", "pos", "pay"])
        {
            Assert.Equal(Bytes(directory, state.SegmentName, extension), Bytes(copy, state.SegmentName, extension));
        }

        // Our LZ4 search may find shorter matches, which moves blocks; no file may become noticeably longer.
        foreach (string extension in (string[])["tim", "tip", "tmd"])
        {
            int lucene = Bytes(directory, state.SegmentName, extension).Length;
            Assert.InRange(Bytes(copy, state.SegmentName, extension).Length, 1, (int)(lucene * 1.01) + 16);
        }
    }

    private static SegmentReadState ReadState(Directory directory)
    {
        SegmentInfo segment = SegmentInfosFormat.ReadLatest(directory).Segments[0].SegmentInfo;
        FieldInfos fields = FieldInfosFormat.Read(directory, segment.Name, segment.Id);
        return new SegmentReadState(directory, segment.Name, segment.Id, segment.MaxDoc, fields);
    }

    private static byte[] Bytes(Directory directory, string segment, string extension)
    {
        IndexInput input = directory.OpenInput(
            Lucene84PostingsFormat.FileName(segment, Lucene84PostingsFormat.DefaultSuffix, extension));
        return input.SpanAt(0, (int)input.Length).ToArray();
    }

    private static void CopyPostings(SegmentReadState state, Directory target)
    {
        PostingsReader reader = new(state);
        NormsReader norms = new(state);
        using PostingsWriter writer = new(
            new SegmentWriteState(target, state.SegmentName, state.SegmentId, state.MaxDoc, state.FieldInfos));
        foreach (string name in reader.FieldNames)
        {
            Terms terms = reader.GetTerms(name)!;
            FieldNorms? fieldNorms = terms.Field.HasNorms ? norms.Get(terms.Field) : null;
            writer.StartField(terms.Field, fieldNorms is null ? null : NormsLookup.From(fieldNorms, state.MaxDoc));
            TermsEnum cursor = terms.GetEnumerator();
            PostingsEnum? postings = null;
            while (cursor.MoveNext())
            {
                writer.StartTerm(cursor.Term);
                postings = cursor.GetPostings(PostingsFlags.All, postings);
                CopyDocuments(terms.Field, postings, writer);
                writer.FinishTerm();
            }

            writer.FinishField();
        }

        writer.Finish();
    }

    private static void CopyDocuments(FieldInfo field, PostingsEnum postings, PostingsWriter writer)
    {
        while (postings.NextDoc() != DocIdCursor.Exhausted)
        {
            writer.StartDocument(postings.DocId, postings.Freq);
            for (int left = field.HasPositions ? postings.Freq : 0; left > 0; left--)
            {
                int position = postings.NextPosition();
                writer.AddPosition(position, postings.StartOffset, postings.EndOffset, postings.Payload);
            }

            writer.FinishDocument();
        }
    }

    private static string Describe(Terms terms, TermsEnum cursor)
    {
        long impacts = cursor.DocFreq > 128 ? HashImpacts(cursor) : 0;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"T 0x{Convert.ToHexString(cursor.Term)} {cursor.DocFreq} {cursor.TotalTermFreq} {HashPostings(terms, cursor)} {impacts}");
    }

    private static long HashPostings(Terms terms, TermsEnum cursor)
    {
        PostingsEnum postings = cursor.GetPostings(PostingsFlags.All);
        long hash = 17;
        while (postings.NextDoc() != DocIdCursor.Exhausted)
        {
            hash = unchecked((((hash * 31) + postings.DocId) * 31) + postings.Freq);
            for (int left = terms.Field.HasPositions ? postings.Freq : 0; left > 0; left--)
            {
                hash = unchecked((hash * 31) + postings.NextPosition());
                hash = unchecked((((hash * 31) + postings.StartOffset) * 31) + postings.EndOffset);
                foreach (byte b in postings.Payload)
                {
                    hash = unchecked((hash * 31) + (sbyte)b);
                }
            }
        }

        return hash;
    }

    private static long HashImpacts(TermsEnum cursor)
    {
        PostingsEnum impacts = cursor.GetPostings(PostingsFlags.Freqs);
        long hash = 7;
        for (int target = 1; ;)
        {
            int upTo = impacts.AdvanceShallow(target);
            if (upTo == DocIdCursor.Exhausted)
            {
                return hash;
            }

            for (int level = 0; level < impacts.ImpactLevelCount; level++)
            {
                hash = unchecked((hash * 31) + impacts.GetImpactDocIdUpTo(level));
                foreach (Impact impact in impacts.GetImpacts(level))
                {
                    hash = unchecked((((hash * 31) + impact.Freq) * 31) + impact.Norm);
                }
            }

            target = upTo + 1;
        }
    }
}
