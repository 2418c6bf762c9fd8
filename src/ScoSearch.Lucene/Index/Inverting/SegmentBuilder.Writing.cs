using ScoSearch.Lucene.Codecs;
using ScoSearch.Lucene.Codecs.DocValues;
using ScoSearch.Lucene.Codecs.Lucene84Postings;
using ScoSearch.Lucene.Codecs.Norms;

namespace ScoSearch.Lucene.Index.Inverting;

/// <content>Writing the files of the segment.</content>
internal sealed partial class SegmentBuilder
{
    private SegmentInfo WriteFiles()
    {
        FieldInfos fields = new(
            _fields.Values.Select(field => FieldInfosFormat.WithFormatAttributes(field.ToFieldInfo())));
        SegmentWriteState state = new(_directory, Name, Id, MaxDoc, fields);
        _stored.Finish(MaxDoc);
        _stored.Dispose();
        FieldBuilder[] builders = [.. _fields.Values.OrderBy(field => field.Name, StringComparer.Ordinal)];
        WriteNorms(state, builders);
        WriteDocValues(state, builders);
        WritePostings(state, builders);
        FieldInfosFormat.Write(_directory, Name, Id, fields);
        SegmentInfo info = new()
        {
            Name = Name,
            Id = Id,
            Directory = _directory.Inner,
            MaxDoc = MaxDoc,
            Diagnostics = SegmentFiles.Diagnostics("flush"),
            Attributes = SegmentFiles.Attributes(_config.StoredFieldsMode),
        };
        return SegmentFiles.Seal(_directory, info, _config.UseCompoundFile);
    }

    private static void WriteNorms(SegmentWriteState state, FieldBuilder[] builders)
    {
        if (!state.FieldInfos.HasNorms)
        {
            return;
        }

        using NormsWriter writer = new(state);
        foreach (FieldBuilder builder in builders)
        {
            FieldInfo field = state.FieldInfos.Find(builder.Number)!;
            if (field.HasNorms)
            {
                writer.WriteField(field, builder.Norms!.DocIds, builder.Norms.Values);
            }
        }

        writer.Finish();
    }

    private static void WriteDocValues(SegmentWriteState state, FieldBuilder[] builders)
    {
        if (!state.FieldInfos.HasDocValues)
        {
            return;
        }

        using DocValuesWriter writer = new(state);
        foreach (FieldBuilder builder in builders)
        {
            builder.DocValues?.Flush(writer, state.FieldInfos.Find(builder.Number)!);
        }

        writer.Finish();
    }

    private static void WritePostings(SegmentWriteState state, FieldBuilder[] builders)
    {
        if (!state.FieldInfos.HasPostings)
        {
            return;
        }

        using PostingsWriter writer = new(state);
        foreach (FieldBuilder builder in builders)
        {
            builder.Terms?.Flush(writer, state.FieldInfos.Find(builder.Number)!, builder.Norms?.ToLookup(state.MaxDoc));
        }

        writer.Finish();
    }
}
