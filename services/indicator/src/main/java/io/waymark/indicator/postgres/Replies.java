package io.waymark.indicator.postgres;

import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import io.waymark.chassis.failure.Failure;
import io.waymark.refusals.Refused;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Remembers the reply to every command with an idempotency key, for good. */
public final class Replies {
  private final DSLContext tx;
  private final String bureauId;
  private final String key;
  private final byte[] hash;

  /** For one command of one bureau, within the transaction {@code tx}. */
  public Replies(DSLContext tx, String bureauId, String key, Message request) {
    this.tx = tx;
    this.bureauId = bureauId;
    this.key = key;
    this.hash = sha256(request.toByteArray());
  }

  /**
   * The stored reply, if the command came before; a concurrent twin waits here for the first to
   * end.
   */
  public <T extends Message> Optional<T> earlier(Parser<T> parser) {
    tx.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", bureauId + '\n' + key);
    Record found =
        tx.fetchOne(
            """
            select request_hash, reply from command_reply
            where bureau_id = ? and idempotency_key = ?
            """,
            bureauId,
            key);
    if (found == null) {
      return Optional.empty();
    }
    if (!MessageDigest.isEqual(found.get(0, byte[].class), hash)) {
      throw Failure.conflict(Refused.IDEMPOTENCY_KEY_REUSED.with(key, bureauId));
    }
    return Optional.of(Bytes.parse(parser, found.get(1, byte[].class)));
  }

  /** Stores the reply. */
  public void store(Message reply, Instant now) {
    tx.execute(
        """
        insert into command_reply (bureau_id, idempotency_key, request_hash, reply, recorded_at)
        values (?, ?, ?, ?, ?::timestamptz)
        """,
        bureauId,
        key,
        hash,
        reply.toByteArray(),
        now.atOffset(ZoneOffset.UTC));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
