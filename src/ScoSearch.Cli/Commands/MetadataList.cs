using ScoSearch.Core.Documents;

namespace ScoSearch.Cli.Commands;

/// <summary>The known values of a document's metadata by name, the common ones first.</summary>
internal static class MetadataList
{
    public static IEnumerable<(string Name, MetadataValue Value)> Of(DocumentMetadata metadata)
    {
        (string Name, MetadataValue? Value)[] common =
        [
            ("title", metadata.Title), ("subtitle", metadata.Subtitle), ("author", metadata.Author),
            ("source", metadata.Source), ("date", metadata.Date),
        ];
        return common.Where(c => c.Value is not null).Select(c => (c.Name, c.Value!.Value))
            .Concat(metadata.Other.OrderBy(o => o.Key, StringComparer.Ordinal).Select(o => (o.Key, o.Value)));
    }
}
