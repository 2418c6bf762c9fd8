using ScoSearch.Core.Indexing;
using ScoSearch.Core.Searching;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;

namespace ScoSearch.Core.Querying;

/// <summary>Turns a tree into a query of the index. Not thread-safe; for one tree.</summary>
/// <remarks>
/// A word must stand as it was typed: as words side by side, or, where words are cut otherwise, as bigrams. Conditions on
/// fields that are not text score 1. The depth of a tree is bounded by the parsers.
/// </remarks>
internal sealed class QueryTreePlanner
{
    // As in loose text: there is a bigram for nearly every character, but a word for every second one only.
    private const float GramWeight = 0.7f;

    private readonly TextTerms _text;
    private readonly ValueQueries _values;
    private readonly QueryErrors _errors;
    private readonly IReadOnlyList<QueryField> _fields;
    private readonly List<Query> _words = [];

    /// <param name="text">Cuts text.</param>
    /// <param name="fields">Where words without a field are looked for.</param>
    /// <param name="errors">How to speak of mistakes.</param>
    public QueryTreePlanner(TextTerms text, IReadOnlyList<QueryField> fields, QueryErrors errors)
    {
        _text = text;
        _fields = fields;
        _errors = errors;
        _values = new ValueQueries(errors);
    }

    /// <summary>What is looked for in text.</summary>
    public QueryTerms Terms { get; } = new();

    /// <summary>Whether paragraphs are chosen by other things than their text, so that those without searchable text may come.</summary>
    public bool ChoosesByValue { get; private set; }

    /// <summary>Whether words are chosen by a pattern or by likeness, so that it is not known which ones are found.</summary>
    public bool HasOpenTerms { get; private set; }

    /// <summary>Whether paragraphs of kind noise were asked for by name.</summary>
    public bool NamesNoise { get; private set; }

    /// <summary>The parts that go through words; null when there are none.</summary>
    public Query? Words => _words.Count == 0 ? null : AnyOf(_words);

    /// <summary>The query; null when there is nothing to look for.</summary>
    /// <exception cref="SearchException">A field has no such values, or cannot be asked for in such a way.</exception>
    public Query? Plan(QueryNode node) => Plan(node, Terms);

    // Terms are null below an exclusion: nothing of it can be marked.
    private Query? Plan(QueryNode node, QueryTerms? terms) => node switch
    {
        BooleanNode join => PlanBoolean(join, terms),
        BoostNode boost => Plan(boost.Inner, terms) is { } inner ? new BoostQuery(inner, boost.Boost) : null,
        TextNode text => PlanText(text, terms),
        PhraseNode phrase => PlanPhrase(phrase, terms),
        PatternNode pattern => PlanPattern(pattern, terms),
        FuzzyNode fuzzy => PlanFuzzy(fuzzy, terms),
        ValueNode value => PlanValue(value),
        RangeNode range => ByValue(_values.Range(range)),
        ExistsNode exists => PlanExists(exists),
        _ => throw new System.Diagnostics.UnreachableException("there are no other nodes"),
    };

    private BooleanQuery? PlanBoolean(BooleanNode node, QueryTerms? terms)
    {
        BooleanQuery.Builder query = new();
        int wanted = 0;
        int excluded = 0;
        foreach ((ClauseRole role, QueryNode child) in node.Clauses)
        {
            bool isExcluded = role == ClauseRole.Excluded;
            if (Plan(child, isExcluded ? null : terms) is { } planned)
            {
                query.Add(planned, isExcluded ? Occur.MustNot : role == ClauseRole.Required ? Occur.Must : Occur.Should);
                wanted += isExcluded ? 0 : 1;
                excluded += isExcluded ? 1 : 0;
            }
        }

        if (wanted == 0 && excluded > 0)
        {
            // Exclusions alone mean everything else.
            ChoosesByValue = true;
            query.Add(MatchAllDocsQuery.Instance, Occur.Filter);
        }

        return wanted + excluded > 0 ? query.Build() : null;
    }

    private Query? PlanText(TextNode node, QueryTerms? terms)
    {
        IReadOnlyList<QueryField> fields = FieldsOf(node.Field);
        List<Query> any = [];
        if (_text.Words(fields, node.Text, terms) is { } words)
        {
            any.Add(Note(words, terms));
        }

        foreach (QueryField field in fields)
        {
            if (_text.Phrase(field, node.Text, terms) is { } phrase)
            {
                any.Add(new BoostQuery(phrase, GramWeight));
            }
        }

        return any.Count == 0 ? null : AnyOf(any);
    }

    private Query? PlanPhrase(PhraseNode node, QueryTerms? terms)
    {
        List<Query> any = [];
        foreach (QueryField field in FieldsOf(node.Field))
        {
            PhraseQuery? phrase = node.Slop == 0
                ? _text.Phrase(field, node.Text, terms)
                : _text.SloppyPhrase(field, node.Text, node.Slop, terms);
            if (phrase is not null)
            {
                any.Add(phrase);
            }
        }

        return any.Count == 0 ? null : AnyOf(any);
    }

    private Query PlanPattern(PatternNode node, QueryTerms? terms)
    {
        List<Query> any = [];
        foreach (QueryField field in FieldsOf(node.Field))
        {
            if (field.Type == FieldKind.Number)
            {
                throw _errors.BadUse(node.Place.Start, field, "用通配符或正则表达式", "asked for by a pattern");
            }

            Term term = new(field.Terms, field.Grams is null ? node.Pattern : _text.FoldWords(node.Pattern));
            any.Add(node.IsRegex ? CreateRegex(node, term) : new WildcardQuery(term));
            ChoosesByValue |= field.Grams is null;
            HasOpenTerms |= field.Grams is not null;
        }

        return Note(AnyOf(any), terms);
    }

    private RegexpQuery CreateRegex(PatternNode node, Term term)
    {
        try
        {
            return new RegexpQuery(term);
        }
        catch (RegexpSyntaxException e)
        {
            // The parser has read it already; folding may still have made signs of characters.
            throw RegexErrors.Describe(e, _errors, node.Place.Start, '/');
        }
        catch (QueryTooComplexException e)
        {
            throw RegexErrors.Describe(e, _errors, node.Place.Start);
        }
    }

    private Query PlanFuzzy(FuzzyNode node, QueryTerms? terms)
    {
        List<Query> any = [];
        foreach (QueryField field in FieldsOf(node.Field))
        {
            if (field.Type is not (FieldKind.Text or FieldKind.Name))
            {
                throw _errors.BadUse(node.Place.Start, field, "模糊查找", "asked for by a fuzzy word");
            }

            string text = field.Grams is null ? node.Text : _text.Stem(node.Text);
            any.Add(new FuzzyQuery(new Term(field.Terms, text), node.MaxEdits, maxExpansions: QueryLimits.FuzzyTerms));
            ChoosesByValue |= field.Grams is null;
            HasOpenTerms |= field.Grams is not null;
        }

        return Note(AnyOf(any), terms);
    }

    private ConstantScoreQuery PlanValue(ValueNode node)
    {
        Query query = _values.Equal(node);
        NamesNoise |= query is TermQuery { Term: { Field: ParagraphFields.Kind, Text: "noise" } };
        return ByValue(query);
    }

    private ConstantScoreQuery PlanExists(ExistsNode node) =>
        ByValue(node.Field is { } field ? new FieldExistsQuery(field.Grams ?? field.Terms) : MatchAllDocsQuery.Instance);

    private ConstantScoreQuery ByValue(Query query)
    {
        ChoosesByValue = true;
        return new ConstantScoreQuery(query);
    }

    private Query Note(Query words, QueryTerms? terms)
    {
        if (terms is not null)
        {
            _words.Add(words);
        }

        return words;
    }

    private IReadOnlyList<QueryField> FieldsOf(QueryField? field) => field is null ? _fields : [field];

    private static Query AnyOf(List<Query> queries)
    {
        if (queries.Count == 1)
        {
            return queries[0];
        }

        BooleanQuery.Builder any = new();
        queries.ForEach(query => any.Add(query, Occur.Should));
        return any.Build();
    }
}
