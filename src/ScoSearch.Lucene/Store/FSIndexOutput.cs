using System.IO;
using Microsoft.Win32.SafeHandles;

namespace ScoSearch.Lucene.Store;

/// <summary>Writes a new file on disk.</summary>
internal sealed class FSIndexOutput : IndexOutput
{
    private readonly SafeFileHandle _handle;
    private long _offset;

    public FSIndexOutput(string name, string path) : base(name, 1 << 16)
    {
        _handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
    }

    /// <inheritdoc/>
    protected override void Append(ReadOnlySpan<byte> bytes)
    {
        RandomAccess.Write(_handle, bytes, _offset);
        _offset += bytes.Length;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        try
        {
            FlushBuffer();
        }
        finally
        {
            _handle.Dispose();
        }
    }
}
