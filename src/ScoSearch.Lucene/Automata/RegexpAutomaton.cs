namespace ScoSearch.Lucene.Automata;

/// <summary>Accepts the terms that a regular expression matches as a whole. Not thread-safe.</summary>
/// <remarks>
/// A state is what may still follow, as an expression: the derivative by the code points read. Equal expressions are one state, so states are
/// finite; unions, intersections and complements need no extra construction.
/// Source: Brzozowski, "Derivatives of regular expressions" (1964).
/// </remarks>
internal sealed class RegexpAutomaton : LazyDfa
{
    private readonly RegexpFactory _factory;
    private readonly List<RegexpNode> _nodes = [];
    private readonly Dictionary<RegexpNode, int> _states = [];

    public RegexpAutomaton(RegexpFactory factory, RegexpNode expression, int maxStates)
        : base(factory.GetBoundaries(), maxStates)
    {
        _factory = factory;
        Start = Encode(GetState(expression));
    }

    public override int Start { get; }

    protected override int ComputeNext(int state, int codePoint) => GetState(_factory.Derive(_nodes[state], codePoint));

    private int GetState(RegexpNode node)
    {
        if (node == _factory.Nothing)
        {
            return Dead;
        }

        if (!_states.TryGetValue(node, out int state))
        {
            state = AddState(node.IsNullable);
            _nodes.Add(node);
            _states.Add(node, state);
        }

        return state;
    }
}
