package io.waymark.indicator.postgres;

import io.waymark.indicator.evaluate.Evaluating;
import io.waymark.indicator.judge.Differences;
import io.waymark.indicator.postgres.PinnedFacts.MissingException;
import io.waymark.judging.Judge;
import io.waymark.judging.Rulebook;
import io.waymark.proto.indicator.v1.Difference;
import io.waymark.proto.indicator.v1.FrozenContent;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.Snapshot;
import io.waymark.proto.indicator.v1.SnapshotDifference;
import io.waymark.proto.indicator.v1.Verification;
import io.waymark.proto.indicator.v1.VerifySnapshotResponse;
import io.waymark.proto.type.v1.LocalizedText;
import io.waymark.rulebooks.SchemeReader;
import io.waymark.rulebooks.Schemes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Makes a snapshot again by what was known at its instant, and compares the bytes. A judgement that
 * comes out otherwise is made again from its pins: a fact may have been recorded before that
 * instant and committed after it.
 */
public final class SnapshotVerifier {
  private static final int TOLD = 20;

  private final DSLContext db;

  /** Creates a verifier. */
  public SnapshotVerifier(DSLContext db) {
    this.db = db;
  }

  /** Verifies one snapshot, named by its id or document. */
  public VerifySnapshotResponse verify(String planId, String id) {
    Snapshots.Stored stored = new Snapshots(db).stored(planId, id);
    VerifySnapshotResponse.Builder reply =
        VerifySnapshotResponse.newBuilder()
            .setStoredSha256(stored.meta().getSha256())
            .setContentSha256(stored.contentSha256());
    Again again = new Again(stored.meta(), stored.content());
    try {
      again.judge(stored.judgements());
      FrozenContent content = again.content();
      reply
          .setJudgements(again.made.size())
          .setByPins(again.byPins)
          .setRecomputedSha256(Snapshots.sha256(Bytes.of(content), again.bytes()));
      List<SnapshotDifference> found = again.differences(stored, content);
      boolean same =
          found.isEmpty()
              && reply.getRecomputedSha256().equals(reply.getStoredSha256())
              && reply.getContentSha256().equals(reply.getStoredSha256());
      return reply
          .setVerification(
              same ? Verification.VERIFICATION_SAME : Verification.VERIFICATION_DIFFERS)
          .setWords(same ? same(reply) : differs(found))
          .addAllDifferences(found.stream().limit(TOLD).toList())
          .build();
    } catch (MissingException e) {
      return reply
          .setVerification(Verification.VERIFICATION_IMPOSSIBLE)
          .setWords(VerificationWords.missing(e.what()))
          .build();
    }
  }

  /** One snapshot, made again. */
  private final class Again {
    private final Snapshot meta;
    private final FrozenContent content;
    private List<Judgement> made = List.of();
    private int byPins;

    Again(Snapshot meta, FrozenContent content) {
      this.meta = meta;
      this.content = content;
    }

    void judge(List<byte[]> stored) throws MissingException {
      if (!meta.getEngineVersion().equals(Judge.ENGINE_VERSION)) {
        throw new MissingException("engine " + meta.getEngineVersion());
      }
      Rulebook rulebook =
          new RulebookStore(db)
              .pinned(meta.getRulebook(), meta.getRulebookVersion())
              .orElseThrow(() ->
                  new MissingException(
                      "rulebook " + meta.getRulebook() + " v" + meta.getRulebookVersion()));
      Instant knownAt =
          Instant.ofEpochSecond(meta.getKnownAt().getSeconds(), meta.getKnownAt().getNanos());
      List<Judgement> afresh =
          JudgedPlan.of(
                  db,
                  meta.getPlanId(),
                  LocalDate.parse(meta.getAsOf()),
                  knownAt,
                  Optional.of(rulebook))
              .judgements();
      made = mend(afresh, stored.stream().map(b -> Bytes.parse(Judgement.parser(), b)).toList());
    }

    /** Where a judgement comes out otherwise, its pins tell what it stood on. */
    private List<Judgement> mend(List<Judgement> afresh, List<Judgement> stored) {
      Map<String, Judgement> was = byKey(stored);
      List<Judgement> mended = new ArrayList<>();
      for (Judgement judgement : afresh) {
        Judgement held = was.get(key(judgement));
        if (held == null || Arrays.equals(Bytes.of(held), Bytes.of(judgement))) {
          mended.add(judgement);
          continue;
        }
        Optional<Judgement> pinned = fromPins(held);
        boolean same = pinned.filter(held::equals).isPresent();
        byPins += same ? 1 : 0;
        mended.add(same ? held : judgement);
      }
      return mended;
    }

    private Optional<Judgement> fromPins(Judgement held) {
      try {
        return Optional.of(Verdicts.withoutFan(new Verifier(db).again(held).judgement()));
      } catch (MissingException e) {
        return Optional.empty();
      }
    }

    List<byte[]> bytes() {
      return made.stream().map(Bytes::of).toList();
    }

    FrozenContent content() throws MissingException {
      Snapshot head = content.getEvaluation().getSnapshot();
      return content.toBuilder()
          .setEvaluation(
              Evaluating.of(
                  head,
                  made,
                  content.getFacts(),
                  scheme(content.getEvaluation().getScorecard().getYaml(), head.getScorecard()),
                  scheme(content.getEvaluation().getIndexScheme().getYaml(), head.getIndex())))
          .build();
    }

    List<SnapshotDifference> differences(Snapshots.Stored stored, FrozenContent again) {
      List<SnapshotDifference> found = new ArrayList<>();
      if (!stored.contentSha256().equals(meta.getSha256())) {
        found.add(difference("content", List.of(hash(meta.getSha256(), stored.contentSha256()))));
      }
      Map<String, Judgement> is = byKey(made);
      Map<String, Judgement> was =
          byKey(stored.judgements().stream().map(b -> Bytes.parse(Judgement.parser(), b)).toList());
      Map<String, Judgement> all = new LinkedHashMap<>(was);
      all.putAll(is);
      all.keySet().forEach(key -> compare(key, was.get(key), is.get(key)).ifPresent(found::add));
      List<Difference> scores = Differences.between(content, again);
      if (!scores.isEmpty()) {
        found.add(difference("scores", scores));
      }
      return found;
    }
  }

  private static Schemes.Known scheme(String yaml, String pin) throws MissingException {
    return SchemeReader.read(pin, yaml)
        .scheme()
        .map(scheme -> new Schemes.Known(scheme, yaml))
        .orElseThrow(() -> new MissingException("scheme " + pin));
  }

  private static Optional<SnapshotDifference> compare(
      String key, @Nullable Judgement was, @Nullable Judgement is) {
    Judgement none = Judgement.getDefaultInstance();
    List<Difference> found = Differences.between(was == null ? none : was, is == null ? none : is);
    return found.isEmpty() ? Optional.empty() : Optional.of(difference(key, found));
  }

  private static SnapshotDifference difference(String what, List<Difference> differences) {
    return SnapshotDifference.newBuilder()
        .setWhat(what)
        .addAllDifferences(differences.stream().limit(TOLD).toList())
        .build();
  }

  private static Difference hash(String before, String after) {
    return Difference.newBuilder().setField("sha256").setBefore(before).setAfter(after).build();
  }

  private static Map<String, Judgement> byKey(List<Judgement> judgements) {
    Map<String, Judgement> byKey = new LinkedHashMap<>();
    judgements.forEach(judgement -> byKey.put(key(judgement), judgement));
    return byKey;
  }

  private static String key(Judgement judgement) {
    return (judgement.hasProject() ? "project:" : "target:") + judgement.getSubjectId();
  }

  private static LocalizedText same(VerifySnapshotResponse.Builder reply) {
    return words(
        "按快照时点所知重算，%d 项研判、全部得分逐字节一致。".formatted(reply.getJudgements()),
        "Made again by what was known then: %d judgements and all scores, byte for byte the same."
            .formatted(reply.getJudgements()));
  }

  private static LocalizedText differs(List<SnapshotDifference> found) {
    String first = found.isEmpty() ? "sha256" : found.getFirst().getWhat();
    return words(
        "与冻结时不一致，共 %d 处，首处：%s。".formatted(found.size(), first),
        "Not what was frozen, in %d places; the first: %s.".formatted(found.size(), first));
  }

  private static LocalizedText words(String zh, String en) {
    return LocalizedText.newBuilder().setZh(zh).setEn(en).build();
  }
}
