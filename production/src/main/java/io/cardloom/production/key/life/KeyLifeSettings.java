package io.cardloom.production.key.life;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long keys and ceremonies last.
 *
 * @param ceremony for how long a ceremony waits for its custodians, and for its shares to be taken
 *     away; then it is abandoned and all that was brought is wiped
 * @param replaceAfter after how long a version of a key ought to be replaced (its cryptoperiod,
 *     NIST SP 800-57 part 1, 5.3.6); nothing is refused afterwards, but custodians are told
 */
@ConfigurationProperties("cardloom.keys.life")
record KeyLifeSettings(
        @DefaultValue("24h") Duration ceremony, @DefaultValue("730d") Duration replaceAfter) {}
