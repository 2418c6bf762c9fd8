using System.IO;
using System.Runtime.InteropServices;

namespace ScoSearch.Lucene.Store;

/// <summary>fsync of a folder, which makes creations and renames in it durable on POSIX systems.</summary>
internal static partial class DirectorySync
{
    /// <summary>Flushes the folder's entries to disk. Does nothing on Windows, which offers no such call.</summary>
    /// <exception cref="IOException">The folder cannot be opened or flushed.</exception>
    public static void Flush(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        int descriptor = open(path, 0);
        if (descriptor < 0)
        {
            throw new IOException($"Cannot open {path} to flush it: error {Marshal.GetLastPInvokeError()}.");
        }

        try
        {
            if (fsync(descriptor) != 0)
            {
                throw new IOException($"Cannot flush {path}: error {Marshal.GetLastPInvokeError()}.");
            }
        }
        finally
        {
            _ = close(descriptor);
        }
    }

#pragma warning disable IDE1006 // names of the C library
    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int fsync(int descriptor);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int close(int descriptor);
#pragma warning restore IDE1006
}
