package io.cardloom.production.emv;

import io.cardloom.production.keypool.CardKeyPools;
import io.cardloom.production.keypool.PoolLevel;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * What pools an issuer's chips need, and how full they are. Profiles with keys of one length share
 * a pool, which is as large as their targets together.
 */
@Component
@EnableConfigurationProperties(PoolSettings.class)
class IccPools implements CardKeyPools {

    private final ChipProgramRepository programs;
    private final ApplicationProfiles profiles;
    private final IccKeys keys;
    private final PoolSettings settings;
    private final TenantWork work;

    IccPools(
            ChipProgramRepository programs,
            ApplicationProfiles profiles,
            IccKeys keys,
            PoolSettings settings,
            TenantWork work) {
        this.programs = programs;
        this.profiles = profiles;
        this.keys = keys;
        this.settings = settings;
        this.work = work;
    }

    @Override
    public List<PoolLevel> levels(Actor actor) {
        actor.require(Permission.KEEP_KEYS);
        return levels(actor.tenant());
    }

    List<PoolLevel> levels(TenantId tenant) {
        List<PoolLevel> levels = new ArrayList<>();
        needed(tenant)
                .forEach(
                        (bits, names) ->
                                levels.add(
                                        new PoolLevel(
                                                bits,
                                                names,
                                                keys.ready(tenant, bits),
                                                names.stream().mapToInt(settings::target).sum())));
        return levels;
    }

    /** The names of profiles by the length of their keys. */
    private Map<Integer, List<String>> needed(TenantId tenant) {
        Map<Integer, List<String>> needed = new TreeMap<>();
        TreeSet<String> names = new TreeSet<>();
        work.read(tenant, () -> programs.all(tenant)).forEach(p -> names.add(p.profile));
        for (String name : names) {
            int bits = bits(name);
            if (bits > 0) {
                needed.computeIfAbsent(bits, b -> new ArrayList<>()).add(name);
            }
        }
        return needed;
    }

    /** 0 also for a profile that was removed or is not sound any more; a run says so. */
    private int bits(String name) {
        try {
            return profiles.named(name).iccKeyBits();
        } catch (Refusal gone) {
            return 0;
        }
    }
}
