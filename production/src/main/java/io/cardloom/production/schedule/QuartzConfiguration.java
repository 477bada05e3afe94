package io.cardloom.production.schedule;

import io.cardloom.production.role.ProcessRole;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.quartz.autoconfigure.SchedulerFactoryBeanCustomizer;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The scheduler keeps its triggers in the database, shared by all nodes. A trigger set inside a
 * piece of work is committed or rolled back with it.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ScheduleSettings.class)
class QuartzConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    SchedulerFactoryBeanCustomizer clusteredStore(
            DataSource database, ScheduleSettings settings, ProcessRole role) {
        return factory -> {
            factory.setSchedulerName(settings.name());
            factory.setDataSource(database);
            factory.setQuartzProperties(properties(settings));
            // A process without keys writes schedules and fires nothing.
            factory.setAutoStartup(settings.active() && role.holdsKeys());
            factory.setWaitForJobsToCompleteOnShutdown(true);
        };
    }

    private static Properties properties(ScheduleSettings settings) {
        Properties properties = new Properties();
        properties.put("org.quartz.scheduler.instanceId", "AUTO");
        properties.put("org.quartz.scheduler.skipUpdateCheck", "true");
        properties.put("org.quartz.scheduler.idleWaitTime", "1000");
        properties.put(
                "org.quartz.jobStore.driverDelegateClass",
                "org.quartz.impl.jdbcjobstore.StdJDBCDelegate");
        properties.put("org.quartz.jobStore.isClustered", "true");
        properties.put("org.quartz.jobStore.acquireTriggersWithinLock", "true");
        // Strings only: nothing is ever deserialized from a job.
        properties.put("org.quartz.jobStore.useProperties", "true");
        properties.put(
                "org.quartz.jobStore.clusterCheckinInterval",
                Long.toString(settings.checkin().toMillis()));
        properties.put("org.quartz.threadPool.threadCount", Integer.toString(settings.threads()));
        properties.put("org.quartz.threadPool.threadNamePrefix", "schedule");
        return properties;
    }
}
