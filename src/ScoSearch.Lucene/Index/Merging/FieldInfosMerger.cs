using ScoSearch.Lucene.Codecs;
using ScoSearch.Lucene.Index.Inverting;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Index.Merging;

/// <summary>The fields of a merged segment: the union of the sources' fields under the index-wide numbers.</summary>
internal static class FieldInfosMerger
{
    /// <summary>Joins the fields. "Omits norms" wins over "keeps norms", "has payloads" over "has none".</summary>
    /// <exception cref="CorruptIndexException">Two segments index a field differently.</exception>
    public static FieldInfos Merge(IEnumerable<MergeSource> sources, FieldNumbers numbers)
    {
        Dictionary<string, FieldInfo> merged = new(StringComparer.Ordinal);
        foreach (MergeSource source in sources)
        {
            foreach (FieldInfo field in source.Reader.FieldInfos)
            {
                merged[field.Name] = merged.TryGetValue(field.Name, out FieldInfo? known)
                    ? Join(known, field, source.Reader.SegmentName)
                    : WithoutLostData(field) with { Number = numbers.GetOrAdd(field.Name) };
            }
        }

        return new FieldInfos(merged.Values.Select(FieldInfosFormat.WithFormatAttributes));
    }

    private static FieldInfo Join(FieldInfo known, FieldInfo field, string segment)
    {
        bool bothIndexed = known.IndexOptions != IndexOptions.None && field.IndexOptions != IndexOptions.None;
        bool bothValued = known.DocValuesType != DocValuesType.None && field.DocValuesType != DocValuesType.None;
        if ((bothIndexed && known.IndexOptions != field.IndexOptions) || (bothValued && known.DocValuesType != field.DocValuesType))
        {
            throw new CorruptIndexException(
                segment,
                -1,
                $"the field \"{field.Name}\" with {known.IndexOptions} and {known.DocValuesType} doc values, as in other segments",
                $"{field.IndexOptions} and {field.DocValuesType}");
        }

        return known with
        {
            IndexOptions = known.IndexOptions == IndexOptions.None ? field.IndexOptions : known.IndexOptions,
            DocValuesType = known.DocValuesType == DocValuesType.None ? field.DocValuesType : known.DocValuesType,
            OmitNorms = known.OmitNorms || field.OmitNorms,
            HasPayloads = known.HasPayloads || field.HasPayloads,
        };
    }

    /// <summary>Term vectors and points are not written, so the merged field must not promise them.</summary>
    private static FieldInfo WithoutLostData(FieldInfo field) => field with
    {
        HasTermVectors = false,
        PointDimensionCount = 0,
        PointIndexDimensionCount = 0,
        PointNumBytes = 0,
        DocValuesGeneration = -1,
        Attributes = new Dictionary<string, string>(),
    };
}
