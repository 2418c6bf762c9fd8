package scosearch.judge;

import java.io.IOException;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.StoredFieldVisitor;
import org.apache.lucene.util.BytesRef;

/** Writes a line for each stored field of a document: doc, field, type, value. */
final class StoredFieldsDump extends StoredFieldVisitor {
  private final DumpSink sink;
  private int doc;

  StoredFieldsDump(DumpSink sink) {
    this.sink = sink;
  }

  StoredFieldsDump at(int newDoc) {
    doc = newDoc;
    return this;
  }

  @Override
  public Status needsField(FieldInfo field) {
    return Status.YES;
  }

  @Override
  public void stringField(FieldInfo field, byte[] value) throws IOException {
    start(field, "string").text(new String(value, java.nio.charset.StandardCharsets.UTF_8)).line();
  }

  @Override
  public void binaryField(FieldInfo field, byte[] value) throws IOException {
    start(field, "bytes").hex(new BytesRef(value)).line();
  }

  @Override
  public void intField(FieldInfo field, int value) throws IOException {
    start(field, "int").number(value).line();
  }

  @Override
  public void longField(FieldInfo field, long value) throws IOException {
    start(field, "long").number(value).line();
  }

  @Override
  public void floatField(FieldInfo field, float value) throws IOException {
    start(field, "float").raw(String.format("%08x", Float.floatToRawIntBits(value))).line();
  }

  @Override
  public void doubleField(FieldInfo field, double value) throws IOException {
    start(field, "double").raw(String.format("%016x", Double.doubleToRawLongBits(value))).line();
  }

  private DumpSink start(FieldInfo field, String type) {
    return sink.number(doc).tab().text(field.name).tab().raw(type).tab();
  }
}
