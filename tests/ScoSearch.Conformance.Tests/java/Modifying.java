package scosearch.judge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/** Lets the reference's writer work on an index that somebody else made, with the common schema. */
final class Modifying {
  private Modifying() {}

  /** modify DIR SEED [merge=N]: adds, deletes and updates documents, commits, merges to N segments (0: does not). */
  static void modify(String[] args, Reply reply) throws Exception {
    Random random = new Random(Long.parseLong(args[1]));
    int segments = args.length > 2 ? Integer.parseInt(args[2].substring("merge=".length())) : random.nextInt(3);
    RandomDocuments documents = new RandomDocuments(random);
    try (FSDirectory directory = FSDirectory.open(Path.of(args[0]))) {
      List<String> ids = ids(directory);
      IndexWriterConfig config = Building.config("whitespace");
      config.setOpenMode(IndexWriterConfig.OpenMode.APPEND);
      config.setUseCompoundFile(random.nextBoolean());
      int deleted = 0;
      try (IndexWriter writer = new IndexWriter(directory, config)) {
        for (int i = random.nextInt(20); i >= 0; i--) {
          writer.addDocument(documents.full("java-" + args[1] + "-" + i));
        }
        for (String id : ids) {
          int choice = random.nextInt(10);
          if (choice == 0) {
            writer.deleteDocuments(new Term("id", id));
            deleted++;
          } else if (choice == 1) {
            writer.updateDocument(new Term("id", id), documents.full(id));
          }
        }
        writer.commit();
        for (int i = random.nextInt(20); i >= 0; i--) {
          writer.addDocument(documents.full("java-" + args[1] + "-b" + i));
        }
        if (segments > 0) {
          writer.forceMerge(segments);
        }
        writer.setLiveCommitData(java.util.Map.of("modified", args[1]).entrySet());
        writer.commit();
      }
      reply.row("ids", ids.size(), "deleted", deleted, "merged", segments);
    }
  }

  private static List<String> ids(FSDirectory directory) throws Exception {
    List<String> ids = new ArrayList<>();
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      Terms terms = MultiTerms.getTerms(reader, "id");
      TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
      for (BytesRef term = each.next(); term != null; term = each.next()) {
        ids.add(term.utf8ToString());
      }
    }
    return ids;
  }
}
