package io.waymark.indicator.postgres;

import io.waymark.indicator.judge.Differences;
import io.waymark.indicator.judge.Facts;
import io.waymark.indicator.judge.Replay;
import io.waymark.indicator.judge.Verdict;
import io.waymark.indicator.postgres.PinnedFacts.MissingException;
import io.waymark.judging.Judge;
import io.waymark.proto.indicator.v1.Difference;
import io.waymark.proto.indicator.v1.ExplainJudgementResponse;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.Pins;
import io.waymark.proto.indicator.v1.Verification;
import io.waymark.proto.indicator.v1.VerifyJudgementResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/** Makes stored judgements again from exactly what they pin, and compares the bytes. */
public final class Verifier {
  private final DSLContext db;

  /** Creates a verifier. */
  public Verifier(DSLContext db) {
    this.db = db;
  }

  /**
   * Verifies a stored judgement.
   *
   * @param id the judgement's id; or a target, indicator or project id for the one in force
   */
  public VerifyJudgementResponse verify(String planId, String id) {
    StoredJudgement stored = new StoredJudgements(db, planId).named(id);
    VerifyJudgementResponse.Builder reply = VerifyJudgementResponse.newBuilder();
    Judgement judgement;
    try {
      judgement = stored.judgement();
    } catch (IllegalStateException e) {
      return reply
          .setVerification(Verification.VERIFICATION_DIFFERS)
          .setWords(VerificationWords.unreadable())
          .build();
    }
    reply.setJudgement(Verdicts.withoutFan(judgement));
    byte[] bare = Bytes.of(Replay.bare(judgement));
    reply.setStoredSha256(sha256(bare, stored.steps()));
    try {
      return compare(stored, judgement, again(judgement), reply);
    } catch (MissingException e) {
      return reply
          .setVerification(Verification.VERIFICATION_IMPOSSIBLE)
          .setWords(VerificationWords.missing(e.what()))
          .build();
    }
  }

  /** What comes of exactly what a judgement pins. */
  Verdict again(Judgement judgement) throws MissingException {
    Pins pins = judgement.getPins();
    if (!pins.getEngineVersion().equals(Judge.ENGINE_VERSION)) {
      throw new MissingException("engine " + pins.getEngineVersion());
    }
    if (pins.getVersionsCount() == 0) {
      throw new MissingException("pins.versions");
    }
    Facts facts = PinnedFacts.of(db, judgement);
    return Replay.again(judgement, facts, previous(judgement))
        .orElseThrow(() -> new MissingException("subject " + judgement.getSubjectId()));
  }

  /** The judgement whose lights could hold. */
  private Optional<Judgement> previous(Judgement judgement) throws MissingException {
    String id = judgement.getPins().getPreviousJudgementId();
    if (id.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new StoredJudgements(db, judgement.getPlanId())
            .byId(id)
            .orElseThrow(() -> new MissingException("judgement " + id))
            .judgement());
  }

  private static VerifyJudgementResponse compare(
      StoredJudgement stored,
      Judgement judgement,
      Verdict again,
      VerifyJudgementResponse.Builder reply) {
    byte[] steps =
        Bytes.of(ExplainJudgementResponse.newBuilder().addAllSteps(again.steps()).build());
    byte[] bare = Bytes.of(again.judgement());
    reply.setRecomputedSha256(sha256(bare, steps));
    List<Difference> differences = new ArrayList<>(stored.contradictions());
    differences.addAll(Differences.between(Replay.bare(judgement), again.judgement()));
    if (!Arrays.equals(steps, stored.steps())) {
      differences.addAll(stored.stepDifferences(again.steps()));
    }
    boolean same =
        differences.isEmpty() && reply.getStoredSha256().equals(reply.getRecomputedSha256());
    return reply
        .setVerification(same ? Verification.VERIFICATION_SAME : Verification.VERIFICATION_DIFFERS)
        .setWords(same ? VerificationWords.same(judgement) : VerificationWords.differs(differences))
        .addAllDifferences(differences)
        .build();
  }

  private static String sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
