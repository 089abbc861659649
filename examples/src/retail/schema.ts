// The columns of the retail example: customers and their orders.
import { column, type FileInfo } from '../schema.ts';

export const retailCustomers: FileInfo = {
  name: 'customers',
  key: 'customer_id',
  columns: [
    column('customer_id', 'string', 'Customer number', '客户编号'),
    column('name', 'string', 'Name', '姓名'),
    column('phone', 'string', 'Mobile number (masked)', '手机号(已脱敏)'),
    column('gender', 'string', 'Gender: female, male', '性别'),
    column('birth_date', 'date', 'Date of birth', '出生日期'),
    column('province', 'string', 'Province', '省份'),
    column('city', 'string', 'City', '城市'),
    column('channel', 'string', 'Usual channel: online store, WeChat mini program, store, marketplace', '常用渠道'),
    column('member_since', 'date', 'Member since', '入会日期'),
    column('satisfaction', 'number', 'Satisfaction in the last survey, 1 to 10', '最近一次调查的满意度(1–10)'),
    column('complaints', 'number', 'Complaints, last 12 months', '近 12 个月投诉次数'),
    column('service_calls', 'number', 'Service calls, last 12 months', '近 12 个月客服来电次数'),
    column('feedback', 'string', 'Last feedback: positive, neutral, negative', '最近反馈'),
    column('reviews', 'number', 'Reviews written', '评价次数'),
    column('motive', 'string', 'Motive named in the survey: price, quality, brand', '购买动机'),
    column('email_opt_in', 'boolean', 'Agrees to e-mail and messages', '同意接收邮件与消息'),
    column('wechat_follower', 'boolean', 'Follows the official account', '关注公众号'),
    column('app_visits_90d', 'number', 'App visits, last 90 days', '近 90 天 App 访问次数'),
    column('referrals', 'number', 'Friends referred', '推荐好友数'),
  ],
};

export const retailOrders: FileInfo = {
  name: 'orders',
  key: 'order_id',
  customer: 'customer_id',
  time: 'ordered_at',
  columns: [
    column('order_id', 'string', 'Order number', '订单编号'),
    column('customer_id', 'string', 'Customer number', '客户编号'),
    column('ordered_at', 'datetime', 'Ordered at', '下单时间'),
    column('amount', 'number', 'Amount paid, yuan', '实付金额(元)'),
    column('category', 'string', 'Category', '品类'),
    column('quantity', 'number', 'Pieces', '件数'),
    column('discount', 'number', 'Discount, yuan', '优惠金额(元)'),
    column('status', 'string', 'Status: paid, returned, cancelled', '订单状态'),
    column('channel', 'string', 'Channel', '渠道'),
    column('store', 'string', 'Store', '门店'),
  ],
};
