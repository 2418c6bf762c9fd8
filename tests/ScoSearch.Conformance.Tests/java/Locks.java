package scosearch.judge;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;

/** Holds the write lock of directories, as an open writer of the reference would. */
final class Locks {
  private final Map<String, Lock> held = new HashMap<>();

  void lock(String[] args, Reply reply) throws IOException {
    try {
      held.put(args[0], FSDirectory.open(Path.of(args[0])).obtainLock(IndexWriter.WRITE_LOCK_NAME));
      reply.row("locked");
    } catch (LockObtainFailedException refused) {
      reply.row("refused", refused.getMessage());
    }
  }

  void unlock(String[] args) throws IOException {
    Lock lock = held.remove(args[0]);
    if (lock == null) {
      throw new IllegalArgumentException("no lock is held on this directory");
    }
    lock.close();
  }
}
