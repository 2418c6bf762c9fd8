namespace ScoSearch.TestSupport.Faults;

/// <summary>Content of a file of a <see cref="FaultDirectory"/>. Guarded by the directory.</summary>
internal sealed class FaultFile
{
    private byte[] _bytes = new byte[64];

    /// <summary>Number of bytes written.</summary>
    public int Length { get; private set; }

    /// <summary>Number of bytes that survive a crash.</summary>
    public int DurableLength { get; private set; }

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, Length);

    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (Length + bytes.Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(Length + bytes.Length, 2 * _bytes.Length));
        }

        bytes.CopyTo(_bytes.AsSpan(Length));
        Length += bytes.Length;
    }

    public void Sync() => DurableLength = Length;

    /// <summary>What a crash may leave: all flushed bytes and any number of the others.</summary>
    public FaultFile Survive(Random random)
    {
        FaultFile survivor = new();
        survivor.Append(_bytes.AsSpan(0, random.Next(DurableLength, Length + 1)));
        survivor.Sync();
        return survivor;
    }
}
