package io.cardloom.production.schedule;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.order.CardOrders;
import io.cardloom.tenancy.tenant.TenantId;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobDataMap;
import org.quartz.JobExecutionContext;

/** Takes in a list that was handed in. */
@DisallowConcurrentExecution
class ListJob implements Job {

    private final CardOrders orders;
    private final Alarm alarm;

    ListJob(CardOrders orders, Alarm alarm) {
        this.orders = orders;
        this.alarm = alarm;
    }

    @Override
    public void execute(JobExecutionContext context) {
        JobDataMap ids = context.getMergedJobDataMap();
        CardOrderId order = new CardOrderId(ids.getString(Alarm.ORDER));
        if (orders.takeIn(new TenantId(ids.getString(Alarm.TENANT)), order)) {
            alarm.clear(order);
        }
    }
}
