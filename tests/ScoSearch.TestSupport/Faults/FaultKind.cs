namespace ScoSearch.TestSupport.Faults;

/// <summary>What a <see cref="FaultDirectory"/> does at the chosen operation.</summary>
public enum FaultKind
{
    /// <summary>The operation is not done and throws.</summary>
    Fail,

    /// <summary>The operation is done and throws all the same.</summary>
    FailAfterwards,

    /// <summary>Half of the bytes are written, then it throws; like <see cref="Fail"/> for operations that write
    /// nothing.</summary>
    Tear,

    /// <summary>This and every later operation that needs space throws, until the directory is healed.</summary>
    DiskFull,

    /// <summary>This and every later operation throws: the process is gone. What was not flushed may be lost.</summary>
    Crash,
}
