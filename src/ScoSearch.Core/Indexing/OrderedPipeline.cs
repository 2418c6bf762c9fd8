using System.Runtime.ExceptionServices;

namespace ScoSearch.Core.Indexing;

/// <summary>Applies a function to a sequence on several threads and yields the results in the order of the sequence.</summary>
/// <remarks>
/// At most a window of results waits for the consumer, so memory is bounded. The function runs on the pipeline's threads;
/// the sequence is advanced on them too, one at a time. An exception of either is thrown to the consumer in its turn.
/// </remarks>
internal static class OrderedPipeline
{
    /// <summary>Runs the pipeline.</summary>
    /// <param name="source">The sequence.</param>
    /// <param name="convert">The function; called from several threads at once.</param>
    /// <param name="threads">Number of threads, at least 1.</param>
    /// <param name="cancellation">Ends the pipeline early.</param>
    public static IEnumerable<TOut> Run<TIn, TOut>(
        IEnumerable<TIn> source, Func<TIn, TOut> convert, int threads, CancellationToken cancellation)
    {
        using Stage<TIn, TOut> stage = new(source, convert, threads, cancellation);
        while (stage.TryTake(out TOut? result))
        {
            yield return result!;
        }
    }

    private sealed class Stage<TIn, TOut> : IDisposable
    {
        private readonly IEnumerator<TIn> _source;
        private readonly Func<TIn, TOut> _convert;
        private readonly CancellationToken _cancellation;
        private readonly Thread[] _threads;
        private readonly Lock _sourceLock = new();

        // Guards the fields below; waited on and pulsed. Taken inside _sourceLock, never the other way round.
        private readonly object _state = new();

        // Result number n waits in slot n modulo the length. Invariant: _taken <= n < _taken + length for every n given out.
        private readonly Slot[] _slots;
        private long _given;
        private long _taken;
        private bool _ended;
        private bool _stopped;

        public Stage(IEnumerable<TIn> source, Func<TIn, TOut> convert, int threads, CancellationToken cancellation)
        {
            _source = source.GetEnumerator();
            _convert = convert;
            _cancellation = cancellation;
            _slots = new Slot[2 * threads + 2];
            _threads = new Thread[threads];
            for (int i = 0; i < threads; i++)
            {
                _threads[i] = new Thread(Work) { IsBackground = true, Name = "scosearch-index-" + i };
                _threads[i].Start();
            }
        }

        public bool TryTake(out TOut? result)
        {
            Slot slot;
            using CancellationTokenRegistration wake = _cancellation.Register(Pulse);
            lock (_state)
            {
                int at = (int)(_taken % _slots.Length);
                while (!_slots[at].IsFull && !(_ended && _taken == _given))
                {
                    _cancellation.ThrowIfCancellationRequested();
                    Monitor.Wait(_state);
                }

                if (!_slots[at].IsFull)
                {
                    result = default;
                    return false;
                }

                slot = _slots[at];
                _slots[at] = default;
                _taken++;
                Monitor.PulseAll(_state);
            }

            slot.Failure?.Throw();
            result = slot.Result;
            return true;
        }

        public void Dispose()
        {
            lock (_state)
            {
                _stopped = true;
                Monitor.PulseAll(_state);
            }

            foreach (Thread thread in _threads)
            {
                thread.Join();
            }

            _source.Dispose();
        }

        private void Pulse()
        {
            lock (_state)
            {
                Monitor.PulseAll(_state);
            }
        }

        private void Work()
        {
            while (TryNext(out long number, out TIn? item, out ExceptionDispatchInfo? failure))
            {
                TOut? result = default;
                if (failure is null)
                {
                    try
                    {
                        result = _convert(item!);
                    }
                    catch (Exception e)
                    {
                        // Thrown again on the consumer's thread, in its turn.
                        failure = ExceptionDispatchInfo.Capture(e);
                    }
                }

                lock (_state)
                {
                    _slots[number % _slots.Length] = new Slot(true, result, failure);
                    Monitor.PulseAll(_state);
                }
            }
        }

        // Takes the next item and its number, once there is room for the result.
        private bool TryNext(out long number, out TIn? item, out ExceptionDispatchInfo? failure)
        {
            item = default;
            failure = null;
            lock (_sourceLock)
            {
                lock (_state)
                {
                    number = _given;
                    while (!_stopped && !_ended && _given - _taken == _slots.Length)
                    {
                        Monitor.Wait(_state);
                    }

                    if (_stopped || _ended)
                    {
                        return false;
                    }
                }

                bool more = false;
                try
                {
                    more = _source.MoveNext();
                    item = more ? _source.Current : default;
                }
                catch (Exception e)
                {
                    // Thrown again on the consumer's thread, in its turn; nothing can follow.
                    failure = ExceptionDispatchInfo.Capture(e);
                }

                lock (_state)
                {
                    _ended = !more;
                    _given += more || failure is not null ? 1 : 0;
                    Monitor.PulseAll(_state);
                }

                return more || failure is not null;
            }
        }

        private readonly record struct Slot(bool IsFull, TOut? Result, ExceptionDispatchInfo? Failure);
    }
}
