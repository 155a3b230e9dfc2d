package io.github.ratingsstream.core.source.socket;

import org.apache.spark.storage.StreamBlockId;
import org.apache.spark.streaming.receiver.BlockGeneratorListener;
import org.apache.spark.streaming.receiver.ReceiverSupervisor;
import scala.Option;
import scala.collection.mutable.ArrayBuffer;

/**
 * Stores the blocks of a receiver's own block generator, as Spark stores those of its default one. Spark stops the
 * default one only after it has closed the write-ahead log, which loses a receiver's last block.
 */
final class StoredBlocks implements BlockGeneratorListener {

    private final ReceiverSupervisor supervisor;

    StoredBlocks(ReceiverSupervisor supervisor) {
        this.supervisor = supervisor;
    }

    @Override
    public void onPushBlock(StreamBlockId block, ArrayBuffer<?> lines) {
        supervisor.pushArrayBuffer(lines, Option.empty(), Option.apply(block));
    }

    @Override
    public void onError(String message, Throwable error) {
        supervisor.reportError(message, error);
    }

    @Override
    public void onAddData(Object line, Object metadata) {
        // Lines have no metadata.
    }

    @Override
    public void onGenerateBlock(StreamBlockId block) {
        // It is stored when it is pushed.
    }
}
