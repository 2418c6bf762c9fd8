namespace ScoSearch.Lucene.Analysis;

/// <summary>Turns text into tokens: a tokenizer and filters, one chain per thread and field. Thread-safe.</summary>
public abstract class Analyzer : IDisposable
{
    private readonly ThreadLocal<Dictionary<string, TokenStreamComponents>> _chains =
        new(() => new Dictionary<string, TokenStreamComponents>(StringComparer.Ordinal));

    /// <summary>Positions added between two values of one field; 0 unless overridden.</summary>
    public virtual int GetPositionIncrementGap(string field) => 0;

    /// <summary>Offset added between two values of one field; 1 unless overridden.</summary>
    public virtual int GetOffsetGap(string field) => 1;

    /// <summary>
    /// The tokens of a text, ready to read. Valid on this thread until it asks for the same field again.
    /// </summary>
    public TokenStream GetTokenStream(string field, ReadOnlyMemory<char> text)
    {
        ArgumentNullException.ThrowIfNull(field);
        Dictionary<string, TokenStreamComponents> chains = _chains.Value!;
        if (!chains.TryGetValue(field, out TokenStreamComponents? chain))
        {
            chain = CreateComponents(field);
            chains.Add(field, chain);
        }

        chain.Source.SetText(text);
        chain.Sink.Reset();
        return chain.Sink;
    }

    /// <summary>The tokens of a text.</summary>
    /// <exception cref="ArgumentNullException">The field or the text is null.</exception>
    public TokenStream GetTokenStream(string field, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return GetTokenStream(field, text.AsMemory());
    }

    /// <summary>
    /// The form of a term that is not analysed but only normalised: prefix, wildcard, fuzzy and range terms.
    /// </summary>
    public abstract string Normalize(string field, string text);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    // For analyzers that choose among others: a protected member cannot be called on another instance.
    internal TokenStreamComponents CreateChain(string field) => CreateComponents(field);

    /// <summary>Builds a chain for a field; called once per thread and field.</summary>
    protected abstract TokenStreamComponents CreateComponents(string field);

    /// <summary>Releases the chains.</summary>
    protected virtual void Dispose(bool disposing) => _chains.Dispose();
}
