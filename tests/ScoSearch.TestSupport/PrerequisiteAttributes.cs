using Xunit;

namespace ScoSearch.TestSupport;

/// <summary>A fact that needs the shared data; skipped with a reason without it, unless CI demands it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataFactAttribute : FactAttribute
{
    /// <summary>Sets the skip reason when the data is missing and may be missing.</summary>
    public SharedDataFactAttribute() => Skip = Prerequisites.MissingSharedData!;
}

/// <summary>A theory that needs the shared data; skipped with a reason without it, unless CI demands it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataTheoryAttribute : TheoryAttribute
{
    /// <summary>Sets the skip reason when the data is missing and may be missing.</summary>
    public SharedDataTheoryAttribute() => Skip = Prerequisites.MissingSharedData!;
}

/// <summary>A fact that needs Java and Apache Lucene's jars; skipped with a reason without them, unless CI demands it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LuceneFactAttribute : FactAttribute
{
    /// <summary>Sets the skip reason when the jars are missing and may be missing.</summary>
    public LuceneFactAttribute() => Skip = Prerequisites.MissingLucene!;
}

/// <summary>A theory that needs Java and Apache Lucene's jars; skipped with a reason without them, unless CI demands it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LuceneTheoryAttribute : TheoryAttribute
{
    /// <summary>Sets the skip reason when the jars are missing and may be missing.</summary>
    public LuceneTheoryAttribute() => Skip = Prerequisites.MissingLucene!;
}

/// <summary>A theory that needs both the shared data and Apache Lucene's jars; skipped with a reason as above.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LuceneAndSharedDataTheoryAttribute : TheoryAttribute
{
    /// <summary>Sets the skip reason when the data or the jars are missing and may be missing.</summary>
    public LuceneAndSharedDataTheoryAttribute() =>
        Skip = (Prerequisites.MissingLucene ?? Prerequisites.MissingSharedData)!;
}
