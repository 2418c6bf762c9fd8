using ScoSearch.Core;
using ScoSearch.Core.Indexing;
using ScoSearch.Core.Searching;

using Indexer indexer = new("my-index");
indexer.Run(new IndexingRequest { Paths = ["my-documents"] });

using ScoSearchIndex index = ScoSearchIndex.Open("my-index");
foreach (SearchHit hit in index.Search(new SearchRequest("上合组织 三股势力")).Hits)
{
    Console.WriteLine($"{hit.Score:0.00} {hit.Document.Title} #{hit.Paragraph.Number}: {hit.Snippet}");
}
