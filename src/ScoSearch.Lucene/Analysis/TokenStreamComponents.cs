namespace ScoSearch.Lucene.Analysis;

/// <summary>
/// One reusable analysis chain: its tokenizer, which takes the text, and its last link, which yields the tokens.
/// </summary>
/// <param name="Source">Takes the text.</param>
/// <param name="Sink">Yields the tokens.</param>
public sealed record TokenStreamComponents(Tokenizer Source, TokenStream Sink);
