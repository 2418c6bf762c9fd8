package scosearch.judge;

import org.apache.lucene.index.FilterMergePolicy;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.MergeTrigger;
import org.apache.lucene.index.SegmentInfos;

/** Merges neighbours when told to and never otherwise, so the order of documents and the segments are predictable. */
final class ForcedMergesOnly extends FilterMergePolicy {
  ForcedMergesOnly() {
    super(new LogDocMergePolicy());
    setNoCFSRatio(0.0);
  }

  @Override
  public MergeSpecification findMerges(MergeTrigger trigger, SegmentInfos infos, MergeContext context) {
    return null;
  }

  @Override
  public MergeSpecification findFullFlushMerges(MergeTrigger trigger, SegmentInfos infos, MergeContext context) {
    return null;
  }
}
