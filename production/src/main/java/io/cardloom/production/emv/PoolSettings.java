package io.cardloom.production.emv;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the pools of card keys are filled.
 *
 * @param active whether this process fills them
 * @param target key pairs that are to be ready for each profile that a program has; 0 keeps none
 * @param targets the same for single profiles, by name
 * @param share of one core that filling takes while nothing else is going on: above 0, at most 1
 * @param rest between two looks when all are full, or when production is busy
 */
@ConfigurationProperties("cardloom.chips.pool")
record PoolSettings(
        @DefaultValue("true") boolean active,
        @DefaultValue("200") int target,
        @DefaultValue Map<String, Integer> targets,
        @DefaultValue("0.5") double share,
        @DefaultValue("20s") Duration rest) {

    PoolSettings {
        if (target < 0 || targets.values().stream().anyMatch(t -> t < 0)) {
            throw new IllegalArgumentException("a pool's target is 0 or more");
        }
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("a pool takes a share above 0 and at most 1");
        }
    }

    int target(String profile) {
        return targets.getOrDefault(profile, target);
    }
}
