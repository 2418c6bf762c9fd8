using ScoSearch.Lucene.Store;

namespace ScoSearch.TestSupport.Faults;

/// <summary>Writes a file of a <see cref="FaultDirectory"/>; its small buffer makes many write points.</summary>
internal sealed class FaultOutput(FaultDirectory owner, string name, FaultFile file) : IndexOutput(name, 512)
{
    /// <inheritdoc/>
    protected override void Append(ReadOnlySpan<byte> bytes) => owner.Append(file, Name, bytes.ToArray());

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        FlushBuffer();
        owner.CloseFile(Name);
    }
}
