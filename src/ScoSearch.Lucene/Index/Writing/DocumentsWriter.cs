using ScoSearch.Lucene.Index.Inverting;

namespace ScoSearch.Lucene.Index.Writing;

/// <summary>The in-memory segments of a writer: hands one to each indexing thread and decides when which is full.
/// Thread-safe.</summary>
internal sealed class DocumentsWriter(IndexWriterConfig config, DeleteQueue deletes, Func<SegmentBuilder> createBuilder)
{
    // Beyond that the addresses of one segment's buffers would come near their limit of 2 GB.
    private const long MaxBuilderBytes = 1L << 30;

    private readonly Lock _lock = new();
    private readonly List<SegmentBuilder> _free = [];
    private readonly long _maxBytes = (long)(config.RamBufferSizeMB * 1024 * 1024);

    // Bytes of all builders, as they were when last given back.
    private readonly Dictionary<SegmentBuilder, long> _bytes = [];
    private long _totalBytes;

    // The largest builder, if it was to be flushed while a thread had it: that thread flushes it when it gives it back.
    private SegmentBuilder? _chosen;

    /// <summary>Number of documents in memory that are not being added right now.</summary>
    public int BufferedDocuments
    {
        get
        {
            lock (_lock)
            {
                return _free.Sum(builder => builder.MaxDoc);
            }
        }
    }

    /// <summary>Bytes of documents and deletions in memory.</summary>
    public long RamBytes
    {
        get
        {
            lock (_lock)
            {
                return _totalBytes + deletes.RamBytes;
            }
        }
    }

    /// <summary>A builder for the calling thread alone: the one used last, or a new one.</summary>
    public SegmentBuilder Take()
    {
        lock (_lock)
        {
            if (_free.Count > 0)
            {
                SegmentBuilder builder = _free[^1];
                _free.RemoveAt(_free.Count - 1);
                return builder;
            }
        }

        return createBuilder();
    }

    /// <summary>Gives a builder back and finds out what is to be done next.</summary>
    /// <param name="builder">From <see cref="Take"/>.</param>
    /// <param name="full">A builder that the caller must flush, or null.</param>
    /// <returns>True when buffered deletions must be applied as well, by flushing everything.</returns>
    public bool GiveBack(SegmentBuilder builder, out SegmentBuilder? full)
    {
        lock (_lock)
        {
            _free.Add(builder);
            CountLocked(builder, builder.RamBytes);
            full = FindFullLocked(builder);
            if (full is null)
            {
                return false;
            }

            // Without buffered deletions, every later one has a higher sequence than all documents in the builder and
            // concerns all of them. With deletions, the
            // segment would have to wait for its share of them, so everything is flushed and they are applied.
            if (!deletes.IsEmpty)
            {
                full = null;
                return true;
            }

            RemoveLocked(full);
            return false;
        }
    }

    /// <summary>True when deletions alone take too much memory.</summary>
    public bool DeletesAreFull() => deletes.RamBytes > _maxBytes / 2;

    /// <summary>True when documents and deletions need to be flushed together.</summary>
    public bool IsFull()
    {
        lock (_lock)
        {
            return DeletesAreFull() || _totalBytes + deletes.RamBytes > _maxBytes || _free.Exists(IsFullLocked);
        }
    }

    /// <summary>Takes a full builder back that the caller cannot flush now.</summary>
    public void TakeBack(SegmentBuilder builder)
    {
        lock (_lock)
        {
            _free.Add(builder);
            CountLocked(builder, builder.RamBytes);
        }
    }

    /// <summary>Forgets a builder that <see cref="Take"/> gave out.</summary>
    public void Forget(SegmentBuilder builder)
    {
        lock (_lock)
        {
            RemoveLocked(builder);
        }
    }

    /// <summary>Takes all builders out. The caller knows that no thread is adding documents.</summary>
    public List<SegmentBuilder> TakeAll()
    {
        lock (_lock)
        {
            List<SegmentBuilder> all = [.. _free];
            _free.Clear();
            _bytes.Clear();
            _totalBytes = 0;
            _chosen = null;
            return all;
        }
    }

    // Of all builders the largest is flushed, whoever has it: the smaller ones would become many small segments.
    private SegmentBuilder? FindFullLocked(SegmentBuilder last)
    {
        if (last == _chosen || IsFullLocked(last))
        {
            return last;
        }

        if (_chosen is not null || _totalBytes + deletes.RamBytes <= _maxBytes)
        {
            return null;
        }

        SegmentBuilder largest = last;
        foreach ((SegmentBuilder builder, long bytes) in _bytes)
        {
            largest = bytes > _bytes[largest] ? builder : largest;
        }

        if (_free.Contains(largest))
        {
            return largest;
        }

        _chosen = largest;
        return null;
    }

    private bool IsFullLocked(SegmentBuilder builder) =>
        builder.MaxDoc >= config.MaxBufferedDocs || builder.RamBytes > MaxBuilderBytes;

    private void CountLocked(SegmentBuilder builder, long bytes)
    {
        _totalBytes += bytes - _bytes.GetValueOrDefault(builder);
        _bytes[builder] = bytes;
    }

    private void RemoveLocked(SegmentBuilder builder)
    {
        _free.Remove(builder);
        _chosen = builder == _chosen ? null : _chosen;
        if (_bytes.Remove(builder, out long bytes))
        {
            _totalBytes -= bytes;
        }
    }
}
