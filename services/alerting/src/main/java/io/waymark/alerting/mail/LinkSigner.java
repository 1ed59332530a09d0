package io.waymark.alerting.mail;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what links allow, with a key of the alerting service (HMAC-SHA256): nobody else can make a
 * link, and a changed one is none.
 */
public final class LinkSigner {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int MOST = 2000;

  private final Supplier<List<byte[]>> keys;

  /**
   * Creates a signer.
   *
   * @param keys the newest first: it signs, all of them verify
   */
  public LinkSigner(Supplier<List<byte[]>> keys) {
    this.keys = keys;
  }

  /** The token as it stands in a link. */
  public String sign(LinkToken token) {
    String payload = token.encoded();
    return payload + "." + signature(payload, keys.get().getFirst());
  }

  /** The token of a link, expired or not; empty if we did not sign it. */
  public Optional<LinkToken> read(String signed) {
    int dot = signed.indexOf('.');
    if (dot < 0 || signed.length() > MOST) {
      return Optional.empty();
    }
    String payload = signed.substring(0, dot);
    byte[] given = signed.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
    boolean ours =
        keys.get().stream()
            .anyMatch(key ->
                MessageDigest.isEqual(
                    signature(payload, key).getBytes(StandardCharsets.UTF_8), given));
    return ours ? LinkToken.decoded(payload) : Optional.empty();
  }

  private static String signature(String payload, byte[] key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(payload.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
