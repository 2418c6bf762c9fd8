package scosearch.judge;

import java.nio.file.Path;
import java.util.Random;
import java.util.TreeMap;
import org.apache.lucene.codecs.lucene87.Lucene87Codec;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.FSDirectory;

/** Canned indexes by name: the sizes, states and shapes that a reader has to understand or to refuse. */
final class Kinds {
  private interface Kind {
    void write(IndexWriter writer, RandomDocuments documents) throws Exception;
  }

  private record Recipe(boolean readable, java.util.function.Consumer<IndexWriterConfig> configure, Kind kind) {}

  private static final TreeMap<String, Recipe> RECIPES = new TreeMap<>();

  static {
    kind("empty", (writer, documents) -> { });
    kind("one", (writer, documents) -> add(writer, documents, 1));
    kind("docs127", (writer, documents) -> add(writer, documents, 127));
    kind("docs128", (writer, documents) -> add(writer, documents, 128));
    kind("docs129", (writer, documents) -> add(writer, documents, 129));
    kind("docs10k", (writer, documents) -> addSmall(writer, documents, 10_000));
    kind("docs100k", (writer, documents) -> addSmall(writer, documents, 100_000));
    kind("deletions", Kinds::deletions);
    kind("fullydeleted", (writer, documents) -> {
      add(writer, documents, 5);
      writer.commit();
      add(writer, documents, 40);
      writer.commit();
      for (int i = 0; i < 39; i++) {
        writer.deleteDocuments(new Term("id", Integer.toString(i)));
      }
    });
    kind("manysegments", Kinds::manySegments);
    kind("forcemerged", (writer, documents) -> {
      deletions(writer, documents);
      writer.forceMerge(1);
    });
    kind("compound", config -> {
      config.setUseCompoundFile(true);
      config.getMergePolicy().setNoCFSRatio(1.0);
    }, Kinds::manySegments);
    kind("bestcompression", config -> config.setCodec(new Lucene87Codec(Lucene87Codec.Mode.BEST_COMPRESSION)),
        (writer, documents) -> add(writer, documents, 600));
    kind("tiered", config -> {
      config.setMergePolicy(new TieredMergePolicy());
      config.setMaxBufferedDocs(20);
    }, (writer, documents) -> {
      add(writer, documents, 700);
      for (int i = 0; i < 200; i++) {
        writer.deleteDocuments(new Term("id", Integer.toString(3 * i)));
      }
    });
    kind("sparse", Kinds::sparse);
    kind("points", (writer, documents) -> {
      for (int i = 0; i < 300; i++) {
        Document document = documents.full(Integer.toString(i));
        document.add(new LongPoint("point", documents.random.nextInt(50)));
        writer.addDocument(document);
      }
    });
    kind("vectors", Kinds::vectors);
    kind("longpostings", ShapedKinds::longPostings);
    kind("binaryterms", ShapedKinds::binaryTerms);
    kind("suffixes", ShapedKinds::suffixes);
    kind("longterms", ShapedKinds::longTerms);
    kind("options", ShapedKinds::options);
    kind("docvalues", ShapedKinds::docValues);
    kind("longdocuments", ShapedKinds::longDocuments);
    kind("widenorms", config -> config.setSimilarity(new WideNorms()), (writer, documents) -> {
      add(writer, documents, 400);
      writer.commit();
      add(writer, documents, 300);
      writer.forceMerge(1);
      add(writer, documents, 150);
    });
    refused("dvupdates", config -> { }, Kinds::docValuesUpdates);
    refused("softdeletes", config -> config.setSoftDeletesField("soft"), Kinds::softDeletes);
  }

  private Kinds() {}

  private static void kind(String name, Kind kind) {
    kind(name, config -> { }, kind);
  }

  private static void kind(String name, java.util.function.Consumer<IndexWriterConfig> configure, Kind kind) {
    RECIPES.put(name, new Recipe(true, configure, kind));
  }

  private static void refused(String name, java.util.function.Consumer<IndexWriterConfig> configure, Kind kind) {
    RECIPES.put(name, new Recipe(false, configure, kind));
  }

  /** kinds: a row (name, readable | refused) each. */
  static void list(Reply reply) throws Exception {
    for (var entry : RECIPES.entrySet()) {
      reply.row(entry.getKey(), entry.getValue().readable() ? "readable" : "refused");
    }
  }

  /** kind DIR NAME SEED. */
  static void build(String[] args) throws Exception {
    Recipe recipe = RECIPES.get(args[1]);
    if (recipe == null) {
      throw new IllegalArgumentException("unknown kind: " + args[1]);
    }
    IndexWriterConfig config = Building.config("whitespace");
    recipe.configure().accept(config);
    try (FSDirectory directory = FSDirectory.open(Path.of(args[0]));
        IndexWriter writer = new IndexWriter(directory, config)) {
      recipe.kind().write(writer, new RandomDocuments(new Random(Long.parseLong(args[2]))));
      writer.setLiveCommitData(java.util.Map.of("kind", args[1], "seed", args[2], "字", "😀").entrySet());
      writer.commit();
    }
  }

  private static void add(IndexWriter writer, RandomDocuments documents, int count) throws Exception {
    for (int i = 0; i < count; i++) {
      writer.addDocument(documents.full(Integer.toString(i)));
    }
  }

  private static void addSmall(IndexWriter writer, RandomDocuments documents, int count) throws Exception {
    for (int i = 0; i < count; i++) {
      writer.addDocument(documents.small(Integer.toString(i)));
    }
  }

  private static void deletions(IndexWriter writer, RandomDocuments documents) throws Exception {
    add(writer, documents, 150);
    writer.commit();
    for (int i = 0; i < 60; i++) {
      writer.deleteDocuments(new Term("id", Integer.toString(documents.random.nextInt(150))));
    }
    writer.commit();
    for (int i = 0; i < 40; i++) {
      String id = Integer.toString(documents.random.nextInt(190));
      writer.updateDocument(new Term("id", id), documents.full(id));
    }
  }

  private static void manySegments(IndexWriter writer, RandomDocuments documents) throws Exception {
    for (int segment = 0; segment < 15; segment++) {
      for (int i = documents.random.nextInt(30); i >= 0; i--) {
        writer.addDocument(documents.full(segment + "-" + i));
      }
      writer.flush();
      if (segment % 4 == 3) {
        writer.deleteDocuments(new Term("tag", "t" + segment));
        writer.commit();
      }
    }
  }

  /** Fields that come and go: in some documents, in some segments, first indexed and later only stored. */
  private static void sparse(IndexWriter writer, RandomDocuments documents) throws Exception {
    for (int i = 0; i < 400; i++) {
      Document document = documents.small(Integer.toString(i));
      if (i % 97 == 5) {
        document.add(new Field("rare", documents.words(5), RandomDocuments.BODY));
        document.add(new NumericDocValuesField("rarenum", i));
      }
      if (i / 100 % 2 == 1 && i % 3 == 0) {
        document.add(new Field("half", documents.words(5), RandomDocuments.TITLE));
      }
      if (i == 250) {
        document.add(new Field("once", "", RandomDocuments.BODY));
        document.add(new Field("only", "x", RandomDocuments.BODY));
      }
      writer.addDocument(document);
      if (i % 100 == 99) {
        writer.flush();
      }
    }
    writer.deleteDocuments(new Term("only", "x"));
  }

  private static void vectors(IndexWriter writer, RandomDocuments documents) throws Exception {
    FieldType type = new FieldType(RandomDocuments.TITLE);
    type.setStoreTermVectors(true);
    type.setStoreTermVectorPositions(true);
    type.setStoreTermVectorOffsets(true);
    for (int i = 0; i < 200; i++) {
      Document document = documents.full(Integer.toString(i));
      document.add(new Field("vectors", documents.words(10), type));
      writer.addDocument(document);
    }
  }

  private static void docValuesUpdates(IndexWriter writer, RandomDocuments documents) throws Exception {
    add(writer, documents, 50);
    writer.commit();
    for (int i = 0; i < 10; i++) {
      writer.updateNumericDocValue(new Term("id", Integer.toString(i)), "num", 7777);
    }
  }

  private static void softDeletes(IndexWriter writer, RandomDocuments documents) throws Exception {
    add(writer, documents, 50);
    writer.commit();
    for (int i = 0; i < 10; i++) {
      String id = Integer.toString(i);
      writer.softUpdateDocument(new Term("id", id), documents.full(id), new NumericDocValuesField("soft", 1));
    }
  }
}
