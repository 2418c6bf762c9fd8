namespace ScoSearch.Lucene.Codecs.Norms;

/// <summary>The .nvm and .nvd files: one small number a document and field, the encoded length of the field.</summary>
/// <remarks>
/// .nvm: index header "Lucene80NormsMetadata", version 0; for each field with norms i32 number, documents with a value
/// (<see cref="DocsWithField"/>), i32 number of them, i8 bytes a norm, i64 file pointer of the values (with 0 bytes: the
/// value itself); i32 -1; footer. .nvd: index header "Lucene80NormsData", version 0; for each field the documents and the
/// values, signed, in document order; footer.
/// </remarks>
internal static class NormsFormat
{
    public const string MetaExtension = "nvm";
    public const string DataExtension = "nvd";
    public const string MetaCodec = "Lucene80NormsMetadata";
    public const string DataCodec = "Lucene80NormsData";
    public const int Version = 0;
    public const int EndOfFields = -1;
}
