using ScoSearch.Lucene.Index;

namespace ScoSearch.TestSupport.Dumps;

/// <summary>Everything one segment holds, deleted documents included, in the order it is kept.</summary>
internal sealed class SegmentDump(LeafReader reader, string prefix, DumpSink sink)
{
    private const int End = DocIdCursor.Exhausted;

    public void Write()
    {
        Info();
        Fields();
        foreach (FieldInfo field in reader.FieldInfos)
        {
            if (field.IndexOptions != IndexOptions.None)
            {
                Terms(field);
            }

            if (field.HasNorms)
            {
                Numeric("norms/", field, reader.GetNorms(field.Name)?.GetCursor());
            }

            DocValues(field);
        }

        Stored();
    }

    private void Info()
    {
        sink.Begin(prefix + "info");
        sink.Raw("maxDoc").Tab().Number(reader.MaxDoc).Line();
        sink.Raw("numDocs").Tab().Number(reader.NumDocs).Line();
        sink.End();
        sink.Begin(prefix + "deleted");
        for (int docId = 0; reader.LiveDocs is not null && docId < reader.MaxDoc; docId++)
        {
            if (!reader.LiveDocs.IsLive(docId))
            {
                sink.Number(docId).Line();
            }
        }

        sink.End();
    }

    private void Fields()
    {
        sink.Begin(prefix + "fields");
        foreach (FieldInfo field in reader.FieldInfos)
        {
            sink.Number(field.Number).Tab();
            FieldDump.FieldLine(field, sink);
        }

        sink.End();
    }

    private void Terms(FieldInfo field)
    {
        sink.Begin(prefix + "terms/" + field.Name);
        if (reader.GetTerms(field.Name) is { } terms)
        {
            PostingsEnum? postings = null;
            for (TermsEnum each = terms.GetEnumerator(); each.MoveNext();)
            {
                sink.Raw("term").Tab().Hex(each.Term).Tab().Number(each.DocFreq).Tab().Number(each.TotalTermFreq)
                    .Line();
                postings = each.GetPostings(PostingsFlags.All, postings);
                for (int docId = postings.NextDoc(); docId != End; docId = postings.NextDoc())
                {
                    FieldDump.Posting(docId, postings, field.HasPositions, sink);
                }
            }

            Statistics(field, terms);
        }

        sink.End();
    }

    private void Statistics(FieldInfo field, Terms terms)
    {
        sink.Raw("stats").Tab().Number(terms.Count).Tab().Number(terms.SumTotalTermFreq)
            .Tab().Number(terms.SumDocFreq).Tab().Number(terms.DocCount)
            .Tab().Raw(field.HasFreqs ? "freqs" : "-").Tab().Raw(field.HasPositions ? "positions" : "-")
            .Tab().Raw(field.HasOffsets ? "offsets" : "-").Tab().Raw(field.HasPayloads ? "payloads" : "-");
        if (terms.Count > 0)
        {
            sink.Tab().Hex(terms.MinTerm).Tab().Hex(terms.MaxTerm);
        }

        sink.Line();
    }

    private void DocValues(FieldInfo field)
    {
        switch (field.DocValuesType)
        {
            case DocValuesType.Numeric:
                Numeric("dv/", field, reader.GetNumericDocValues(field.Name));
                break;
            case DocValuesType.Binary:
                Binary(field, reader.GetBinaryDocValues(field.Name));
                break;
            case DocValuesType.Sorted:
                Sorted(field, reader.GetSortedDocValues(field.Name));
                break;
            case DocValuesType.SortedSet:
                SortedSet(field, reader.GetSortedSetDocValues(field.Name));
                break;
            case DocValuesType.SortedNumeric:
                SortedNumeric(field, reader.GetSortedNumericDocValues(field.Name));
                break;
            default:
                break;
        }
    }

    private void Numeric(string kind, FieldInfo field, NumericDocValues? values)
    {
        sink.Begin(prefix + kind + field.Name);
        for (int docId = values?.NextDoc() ?? End; docId != End; docId = values!.NextDoc())
        {
            sink.Number(docId).Tab().Number(values!.LongValue).Line();
        }

        sink.End();
    }

    private void Binary(FieldInfo field, BinaryDocValues? values)
    {
        sink.Begin(prefix + "dv/" + field.Name);
        for (int docId = values?.NextDoc() ?? End; docId != End; docId = values!.NextDoc())
        {
            sink.Number(docId).Tab().Hex(values!.BinaryValue).Line();
        }

        sink.End();
    }

    private void Sorted(FieldInfo field, SortedDocValues? values)
    {
        sink.Begin(prefix + "dv/" + field.Name);
        for (int ord = 0; ord < values?.ValueCount; ord++)
        {
            sink.Raw("ord").Tab().Number(ord).Tab().Hex(values.LookupOrd(ord)).Line();
        }

        for (int docId = values?.NextDoc() ?? End; docId != End; docId = values!.NextDoc())
        {
            sink.Number(docId).Tab().Number(values!.OrdValue).Line();
        }

        sink.End();
    }

    private void SortedSet(FieldInfo field, SortedSetDocValues? values)
    {
        sink.Begin(prefix + "dv/" + field.Name);
        for (long ord = 0; ord < values?.ValueCount; ord++)
        {
            sink.Raw("ord").Tab().Number(ord).Tab().Hex(values.LookupOrd(ord)).Line();
        }

        for (int docId = values?.NextDoc() ?? End; docId != End; docId = values!.NextDoc())
        {
            sink.Number(docId);
            for (int left = values!.DocValueCount; left > 0; left--)
            {
                sink.Tab().Number(values.NextOrd());
            }

            sink.Line();
        }

        sink.End();
    }

    private void SortedNumeric(FieldInfo field, SortedNumericDocValues? values)
    {
        sink.Begin(prefix + "dv/" + field.Name);
        for (int docId = values?.NextDoc() ?? End; docId != End; docId = values!.NextDoc())
        {
            sink.Number(docId);
            for (int left = values!.DocValueCount; left > 0; left--)
            {
                sink.Tab().Number(values.NextValue());
            }

            sink.Line();
        }

        sink.End();
    }

    private void Stored()
    {
        sink.Begin(prefix + "stored");
        StoredFieldsDump visitor = new(sink);
        for (int docId = 0; docId < reader.MaxDoc; docId++)
        {
            visitor.DocId = docId;
            reader.VisitStoredFields(docId, visitor);
        }

        sink.End();
    }
}
