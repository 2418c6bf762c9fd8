using ScoSearch.Core.Indexing;

namespace ScoSearch.Core.Tests.Indexing;

public sealed class OrderedPipelineTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 1)]
    [InlineData(4, 1000)]
    public void Run_AnyThreads_KeepsTheOrder(int threads, int count)
    {
        IEnumerable<int> results = OrderedPipeline.Run(
            Enumerable.Range(0, count), static i => 2 * i, threads, CancellationToken.None);

        Assert.Equal(Enumerable.Range(0, count).Select(static i => 2 * i), results);
    }

    [Fact]
    public void Run_Chained_KeepsTheOrder()
    {
        IEnumerable<int> first = OrderedPipeline.Run(Enumerable.Range(0, 500), static i => i + 1, 3, CancellationToken.None);
        IEnumerable<int> second = OrderedPipeline.Run(first.SelectMany(static i => new[] { i, -i }), static i => 10 * i, 3, CancellationToken.None);

        Assert.Equal(Enumerable.Range(1, 500).SelectMany(static i => new[] { 10 * i, -10 * i }), second);
    }

    [Fact]
    public void Run_FunctionThrows_TheConsumerGetsItInItsTurn()
    {
        IEnumerable<int> results = OrderedPipeline.Run(
            Enumerable.Range(0, 100), static i => i == 40 ? throw new InvalidOperationException("forty") : i, 4, CancellationToken.None);
        List<int> seen = [];

        InvalidOperationException e = Assert.Throws<InvalidOperationException>(() =>
        {
            foreach (int result in results)
            {
                seen.Add(result);
            }
        });

        Assert.Equal("forty", e.Message);
        Assert.Equal(Enumerable.Range(0, 40), seen);
    }

    [Fact]
    public void Run_SourceThrows_TheConsumerGetsItAfterWhatCameBefore()
    {
        List<int> seen = [];

        Assert.Throws<InvalidOperationException>(() =>
        {
            foreach (int i in OrderedPipeline.Run(Broken(), static i => i, 2, CancellationToken.None))
            {
                seen.Add(i);
            }
        });

        Assert.Equal([0, 1, 2], seen);
    }

    [Fact]
    public void Run_ConsumerStops_TheSourceIsNotReadToItsEnd()
    {
        int read = 0;
        IEnumerable<int> Source()
        {
            for (int i = 0; i < 1_000_000; i++)
            {
                Interlocked.Increment(ref read);
                yield return i;
            }
        }

        Assert.Equal([0, 1, 2], OrderedPipeline.Run(Source(), static i => i, 2, CancellationToken.None).Take(3));
        Assert.True(read < 100, $"{read} items read for three");
    }

    [Fact]
    public void Run_Cancelled_Throws()
    {
        using CancellationTokenSource cancellation = new();
        using ManualResetEventSlim blocked = new();
        IEnumerable<int> results = OrderedPipeline.Run(
            Enumerable.Range(0, 10),
            i =>
            {
                if (i == 1)
                {
                    cancellation.Cancel();
                    blocked.Wait(TimeSpan.FromSeconds(1));
                }

                return i;
            },
            1,
            cancellation.Token);

        Assert.Throws<OperationCanceledException>(() => results.Count());
    }

    private static IEnumerable<int> Broken()
    {
        yield return 0;
        yield return 1;
        yield return 2;
        throw new InvalidOperationException("source");
    }
}
